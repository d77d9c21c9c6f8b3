package community.likeminds.agent.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.documentation.FindingKind;
import community.likeminds.agent.agents.documentation.Review;
import community.likeminds.agent.agents.documentation.Review.Finding;
import community.likeminds.agent.agents.documentation.Review.Level;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log against the rules of SARIF 2.1.0's schema for every object that it has, and what GitHub's code scanning asks for beyond them. */
class SarifTest {

    private static final List<String> PAGES = List.of(
            "a.md", "my docs/b.md", "größe/日本語.md", "c:d.md", "100%.md", "what?#x.md", "[id]/page.mdx", "\"q\"<x>|.md", "e\\f.md", "a//b.md");

    /** Properties that the schema allows, which forbids all others, by the kind of object. */
    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("log", Set.of("$schema", "version", "runs", "inlineExternalProperties", "properties")),
            Map.entry("run", Set.of("tool", "invocations", "columnKind", "originalUriBaseIds", "results", "artifacts", "automationDetails", "language", "properties")),
            Map.entry("driver", Set.of("name", "version", "semanticVersion", "informationUri", "organization", "fullName", "rules", "properties")),
            Map.entry("rule", Set.of("id", "name", "shortDescription", "fullDescription", "help", "helpUri", "defaultConfiguration", "messageStrings", "properties")),
            Map.entry("configuration", Set.of("enabled", "level", "rank", "parameters", "properties")),
            Map.entry("invocation", Set.of("executionSuccessful", "toolExecutionNotifications", "toolConfigurationNotifications", "exitCode", "properties")),
            Map.entry("notification", Set.of("level", "message", "locations", "descriptor", "timeUtc", "properties")),
            Map.entry("result", Set.of("ruleId", "ruleIndex", "kind", "level", "message", "locations", "partialFingerprints", "fingerprints", "baselineState", "properties")),
            Map.entry("location", Set.of("id", "physicalLocation", "logicalLocations", "message", "properties")),
            Map.entry("physicalLocation", Set.of("artifactLocation", "region", "contextRegion", "properties")),
            Map.entry("artifactLocation", Set.of("uri", "uriBaseId", "index", "description", "properties")),
            Map.entry("region", Set.of("startLine", "startColumn", "endLine", "endColumn", "snippet", "message", "properties")),
            Map.entry("message", Set.of("text", "markdown", "id", "arguments", "properties")),
            Map.entry("text", Set.of("text", "markdown", "properties")));

    private static final Set<String> LEVELS = Set.of("none", "note", "warning", "error");

    @TempDir
    Path folder;

    private static Review review(String location) {
        List<Finding> findings = new ArrayList<>();
        int line = 0;
        for (FindingKind kind : FindingKind.values()) {
            for (Level level : Level.values()) {
                line++;
                findings.add(new Finding(kind.code(), level, PAGES.get(line % PAGES.size()), "Heading", line, line + line % 3, "Something is wrong.", "Mend it.",
                        line % 2 == 0 ? List.of("x", "y") : List.of(), "f" + line));
            }
        }
        return new Review("docs", location, "1.0", 3, 4, findings, 0, List.of("The registry cannot be reached."), Review.Links.NONE, 5);
    }

    private static JsonNode log(Review review) {
        JsonMapper mapper = new JsonMapper();
        return mapper.readTree(mapper.writeValueAsString(Sarif.of(review)));
    }

    private static JsonNode object(String kind, JsonNode node, String... required) {
        assertThat(node.isObject()).as(kind).isTrue();
        assertThat(ALLOWED.get(kind)).as(kind).containsAll(node.propertyNames());
        assertThat(node.propertyNames()).as(kind).containsAll(List.of(required));
        return node;
    }

    private static void text(JsonNode node) {
        object("text", node, "text");
        assertThat(node.path("text").asString()).isNotBlank().hasSizeLessThanOrEqualTo(1024);
    }

    @Test
    void everyObjectIsAsTheSchemaAsks() {
        JsonNode log = object("log", log(review("https://a.example/docs")), "version", "runs");
        assertThat(log.path("version").asString()).isEqualTo("2.1.0");
        assertThat(URI.create(log.path("$schema").asString()).isAbsolute()).isTrue();
        JsonNode run = object("run", log.path("runs").get(0), "tool", "results");
        assertThat(run.path("columnKind").asString()).isIn("utf16CodeUnits", "unicodeCodePoints");
        JsonNode driver = object("driver", run.path("tool").path("driver"), "name", "rules");
        assertThat(driver.path("name").asString()).isNotBlank();
        Set<String> ids = new HashSet<>();
        for (JsonNode rule : driver.path("rules")) {
            object("rule", rule, "id", "shortDescription", "fullDescription", "help");
            assertThat(ids.add(rule.path("id").asString())).isTrue();
            assertThat(rule.path("name").asString()).matches("([A-Z][a-z]+)+");
            for (String part : List.of("shortDescription", "fullDescription", "help")) {
                text(rule.path(part));
            }
            assertThat(object("configuration", rule.path("defaultConfiguration"), "level").path("level").asString()).isIn(LEVELS);
        }
        for (JsonNode invocation : run.path("invocations")) {
            assertThat(object("invocation", invocation, "executionSuccessful").path("executionSuccessful").isBoolean()).isTrue();
            for (JsonNode notification : invocation.path("toolExecutionNotifications")) {
                assertThat(object("notification", notification, "message").path("level").asString()).isIn(LEVELS);
                object("message", notification.path("message"), "text");
            }
        }
        assertThat(run.path("results")).hasSize(FindingKind.values().length * Level.values().length);
        for (JsonNode result : run.path("results")) {
            result(result, run);
        }
    }

    private static void result(JsonNode result, JsonNode run) {
        object("result", result, "message", "ruleId", "ruleIndex", "level", "locations", "partialFingerprints");
        JsonNode rules = run.path("tool").path("driver").path("rules");
        assertThat(rules.get(result.path("ruleIndex").asInt()).path("id")).isEqualTo(result.path("ruleId"));
        assertThat(result.path("level").asString()).isIn(LEVELS);
        assertThat(object("message", result.path("message"), "text").path("text").asString()).isNotBlank();
        result.path("partialFingerprints").properties().forEach(one -> assertThat(one.getValue().isString()).isTrue());
        assertThat(result.path("locations")).hasSize(1);
        JsonNode place = object("physicalLocation", object("location", result.path("locations").get(0)).path("physicalLocation"), "artifactLocation", "region");
        JsonNode artifact = object("artifactLocation", place.path("artifactLocation"), "uri", "uriBaseId");
        URI uri = URI.create(artifact.path("uri").asString());
        assertThat(uri.isAbsolute()).isFalse();
        assertThat(uri.getAuthority()).isNull();
        assertThat(uri.getRawQuery()).isNull();
        assertThat(uri.getRawFragment()).isNull();
        assertThat(artifact.path("uri").asString()).matches("\\p{ASCII}+").doesNotStartWith("/");
        assertThat(PAGES).as("decoded, it is the page").contains(uri.getPath());
        object("artifactLocation", run.path("originalUriBaseIds").path(artifact.path("uriBaseId").asString()));
        JsonNode region = object("region", place.path("region"), "startLine");
        assertThat(region.path("startLine").asInt()).isPositive();
        assertThat(region.path("endLine").asInt()).isGreaterThanOrEqualTo(region.path("startLine").asInt());
    }

    /** GitHub shows a finding at the file of the repository, and tells it from others by one fingerprint. */
    @Test
    void pagesOfACheckoutAreRelativeToItsRepository() throws IOException {
        Path docs = Files.createDirectories(folder.resolve("repo/my docs"));
        assertThat(first(docs).path("uriBaseId").asString()).isEqualTo("SOURCE");
        Files.createDirectories(folder.resolve("repo/.git"));
        assertThat(first(docs).path("uriBaseId").asString()).isEqualTo("%SRCROOT%");
        assertThat(first(docs).path("uri").asString()).isEqualTo("my%20docs/my%20docs/b.md");
        assertThat(first(folder.resolve("repo")).path("uri").asString()).isEqualTo("my%20docs/b.md");
        Set<String> hashes = new HashSet<>();
        for (JsonNode result : log(review(docs.toString())).path("runs").get(0).path("results")) {
            assertThat(hashes.add(result.path("partialFingerprints").path("primaryLocationLineHash").asString())).isTrue();
        }
    }

    private static JsonNode first(Path location) {
        return log(review(location.toString())).path("runs").get(0).path("results").get(0).path("locations").get(0).path("physicalLocation").path("artifactLocation");
    }
}
