package community.likeminds.agent.cli.output;

import community.likeminds.agent.agents.documentation.FindingKind;
import community.likeminds.agent.agents.documentation.Review;
import community.likeminds.agent.agents.documentation.Review.Finding;
import community.likeminds.agent.agents.documentation.Review.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Findings in the Static Analysis Results Interchange Format, version 2.1.0 (OASIS standard). */
public final class Sarif {

    /** Name of the fingerprint; a change of how it is made changes its number. */
    public static final String FINGERPRINT = "likemindsFinding/v1";

    private static final String SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    /** The fingerprint that GitHub tells old alerts from new ones by; it looks at no other. */
    private static final String LINE_HASH = "primaryLocationLineHash";

    /**
     * What pages are relative to.
     *
     * @param id of the base
     * @param description of it
     * @param folder from it to the documentation, empty or with a slash at its end
     */
    private record Base(String id, String description, String folder) {

        /** The repository that the documentation is checked out with, because viewers show its files; else the documentation itself. */
        static Base of(String location) {
            try {
                Path root = Path.of(location);
                if (root.isAbsolute() && Files.isDirectory(root)) {
                    for (Path folder = root; folder != null; folder = folder.getParent()) {
                        if (Files.exists(folder.resolve(".git"))) {
                            String within = folder.relativize(root).toString().replace('\\', '/');
                            return new Base("%SRCROOT%", "The root of the repository.", within.isEmpty() ? "" : within + "/");
                        }
                    }
                }
            } catch (InvalidPathException noFolder) {
                // An address: its pages are relative to its root.
            }
            return new Base("SOURCE", "The root of the documentation.", "");
        }
    }

    private Sarif() {}

    /** The log as JSON objects and arrays. */
    public static Map<String, Object> of(Review review) {
        Base base = Base.of(review.location());
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "likeminds");
        driver.put("rules", Arrays.stream(FindingKind.values()).map(Sarif::rule).toList());
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver));
        run.put("columnKind", "utf16CodeUnits");
        run.put("originalUriBaseIds", Map.of(base.id(), Map.of("description", Map.of("text", base.description()))));
        run.put("invocations", List.of(invocation(review)));
        run.put("results", review.findings().stream().map(finding -> result(finding, base)).toList());
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

    private static Map<String, Object> result(Finding finding, Base base) {
        Map<String, Object> region = new LinkedHashMap<>();
        region.put("startLine", finding.startLine());
        region.put("endLine", finding.endLine());
        Map<String, Object> artifact = new LinkedHashMap<>();
        artifact.put("uri", uri(base.folder() + finding.page()));
        artifact.put("uriBaseId", base.id());
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("artifactLocation", artifact);
        place.put("region", region);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", finding.code());
        result.put("ruleIndex", FindingKind.of(finding.code()).map(FindingKind::ordinal).orElse(-1));
        result.put("level", level(finding.level()));
        result.put("message", Map.of("text", text(finding)));
        result.put("locations", List.of(Map.of("physicalLocation", place)));
        result.put("partialFingerprints", Map.of(FINGERPRINT, finding.fingerprint(), LINE_HASH, finding.fingerprint()));
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

    /** A path as a relative reference: everything is encoded that is not plain, also colons, which would end a scheme. */
    private static String uri(String path) {
        StringBuilder uri = new StringBuilder();
        for (byte one : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (one & 0xFF);
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-._~/()@!$&'*+,;=".indexOf(c) >= 0) {
                uri.append(c);
            } else {
                uri.append('%').append(HexFormat.of().withUpperCase().toHexDigits(one));
            }
        }
        return uri.toString();
    }
}
