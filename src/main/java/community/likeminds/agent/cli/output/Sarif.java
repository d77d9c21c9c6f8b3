package community.likeminds.agent.cli.output;

import community.likeminds.agent.agents.documentation.FindingKind;
import community.likeminds.agent.agents.documentation.Review;
import community.likeminds.agent.agents.documentation.Review.Finding;
import community.likeminds.agent.agents.documentation.Review.Level;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Findings in the Static Analysis Results Interchange Format, version 2.1.0 (OASIS standard). */
public final class Sarif {

    /** Name of the fingerprint; a change of how it is made changes its number. */
    public static final String FINGERPRINT = "likemindsFinding/v1";

    private static final String SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final String BASE = "SOURCE";

    private Sarif() {}

    /** The log as JSON objects and arrays. */
    public static Map<String, Object> of(Review review) {
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "likeminds");
        driver.put("rules", Arrays.stream(FindingKind.values()).map(Sarif::rule).toList());
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver));
        run.put("columnKind", "utf16CodeUnits");
        run.put("originalUriBaseIds", Map.of(BASE, Map.of("description", Map.of("text", "The root of the documentation."))));
        run.put("invocations", List.of(invocation(review)));
        run.put("results", review.findings().stream().map(Sarif::result).toList());
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        log.put("runs", List.of(run));
        return log;
    }

    private static Map<String, Object> rule(FindingKind kind) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("id", kind.code());
        rule.put("name", pascal(kind.code()));
        rule.put("shortDescription", Map.of("text", kind.title()));
        rule.put("fullDescription", Map.of("text", kind.help()));
        rule.put("help", Map.of("text", kind.help()));
        rule.put("defaultConfiguration", Map.of("level", "warning"));
        return rule;
    }

    private static String pascal(String code) {
        StringBuilder name = new StringBuilder();
        for (String word : code.split("-")) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.toString();
    }

    private static Map<String, Object> invocation(Review review) {
        Map<String, Object> invocation = new LinkedHashMap<>();
        invocation.put("executionSuccessful", true);
        invocation.put("toolExecutionNotifications", review.notChecked().stream()
                .map(sentence -> Map.of("level", "note", "message", Map.of("text", sentence)))
                .toList());
        return invocation;
    }

    private static Map<String, Object> result(Finding finding) {
        Map<String, Object> region = new LinkedHashMap<>();
        region.put("startLine", finding.startLine());
        region.put("endLine", finding.endLine());
        Map<String, Object> artifact = new LinkedHashMap<>();
        artifact.put("uri", uri(finding.page()));
        artifact.put("uriBaseId", BASE);
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("artifactLocation", artifact);
        place.put("region", region);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", finding.code());
        result.put("ruleIndex", FindingKind.of(finding.code()).map(FindingKind::ordinal).orElse(-1));
        result.put("level", level(finding.level()));
        result.put("message", Map.of("text", text(finding)));
        result.put("locations", List.of(Map.of("physicalLocation", place)));
        result.put("partialFingerprints", Map.of(FINGERPRINT, finding.fingerprint()));
        return result;
    }

    private static String text(Finding finding) {
        String candidates = finding.candidates().isEmpty() ? "" : " Nearest: " + String.join(", ", finding.candidates()) + ".";
        return finding.message() + " " + finding.remedy() + candidates;
    }

    private static String level(Level level) {
        return switch (level) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }

    /** A path as a relative reference: spaces and the like are encoded. */
    private static String uri(String path) {
        try {
            return new URI(null, null, path, null).getRawPath();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
