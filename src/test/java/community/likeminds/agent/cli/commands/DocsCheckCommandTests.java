package community.likeminds.agent.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.documentation.DocumentationReview.ReviewRequest;
import community.likeminds.agent.cli.CommandLineRun;
import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.cli.output.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The report for people, the formats for machines, the exit status for CI. */
class DocsCheckCommandTests {

    private final CommandLineRun cli = new CommandLineRun();

    @TempDir
    Path folder;

    @Test
    void findingsAreGroupedByPageWithATable() {
        assertThat(cli.run("docs", "check", "./docs")).isEqualTo(ExitCodes.PARTIAL);
        assertThat(cli.out().lines().map(String::stripTrailing))
                .containsSubsequence(
                        "my docs/a.md", "  3  warning  The link 'x' leads nowhere. link-broken", "      Correct it. Nearest: ./y.md", "my docs/b.md",
                        "  5-9  error  The fence is open. fence-unbalanced", "link-broken                       0         1      0",
                        "Not checked", "  • One page was not read.", "2 findings (1 errors): 2 pages with 4 snippets in 0.0 s.");
        assertThat(cli.reviews.requests).containsExactly(new ReviewRequest("./docs", Set.of(), Set.of(), false));
    }

    @ParameterizedTest
    @CsvSource({"error, , 3", "warning, , 3", "none, , 0", "error, f2, 0", "warning, f2, 3", "warning, f1 f2, 0"})
    void theExitStatusSaysWhatCiWantsToKnow(String failOn, String known, int status) throws IOException {
        Path baseline = folder.resolve("known.json");
        StringBuilder findings = new StringBuilder();
        for (String one : known == null ? new String[0] : known.split(" ")) {
            findings.append(findings.isEmpty() ? "" : ",").append("{\"fingerprint\":\"").append(one).append("\"}");
        }
        Files.writeString(baseline, "{\"findings\":[" + findings + "]}");
        assertThat(cli.run("docs", "check", "./docs", "--fail-on", failOn, "--baseline", baseline.toString())).isEqualTo(status);
    }

    @Test
    void badInputIsStatusTwo() throws IOException {
        Path baseline = Files.writeString(folder.resolve("known.json"), "[]");
        assertThat(cli.run("docs", "check", "./docs", "--baseline", baseline.toString())).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(cli.err()).contains("cannot be read as findings");
        assertThat(cli.run("docs", "check")).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(cli.run("docs")).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(cli.run("docs", "check", "./docs", "--fail-on", "never")).isEqualTo(ExitCodes.BAD_INPUT);
    }

    @Test
    void jsonIsABaseline() throws IOException {
        cli.run("docs", "check", "./docs", "--json");
        JsonNode review = Json.read(cli.out());
        assertThat(review.path("findings").get(0).path("level").asString()).isEqualTo("WARNING");
        Path baseline = Files.writeString(folder.resolve("known.json"), cli.out());
        assertThat(cli.run("docs", "check", "./docs", "--only", "link-broken,fence-unbalanced", "--offline", "--baseline", baseline.toString()))
                .isZero();
        assertThat(cli.out()).contains("✓ No findings, 2 known ones left out");
        assertThat(cli.reviews.requests.getLast())
                .isEqualTo(new ReviewRequest("./docs", Set.of("link-broken", "fence-unbalanced"), Set.of("f1", "f2"), true));
    }

    @Test
    void sarifHasWhatItsSpecificationAsksForAndIsABaseline() throws IOException {
        Path file = folder.resolve("out/findings.sarif");
        cli.run("docs", "check", "./docs", "--sarif", file.toString());
        JsonNode log = Json.read(Files.readString(file));
        assertThat(log.path("version").asString()).isEqualTo("2.1.0");
        JsonNode run = log.path("runs").get(0);
        JsonNode rules = run.path("tool").path("driver").path("rules");
        Set<String> ids = new HashSet<>();
        rules.forEach(rule -> {
            assertThat(ids.add(rule.path("id").asString())).isTrue();
            assertThat(rule.path("help").path("text").asString()).endsWith(".");
        });
        assertThat(run.path("results")).hasSize(2);
        run.path("results").forEach(result -> {
            assertThat(rules.get(result.path("ruleIndex").asInt()).path("id")).isEqualTo(result.path("ruleId"));
            assertThat(result.path("level").asString()).isIn("error", "warning", "note");
            assertThat(result.path("message").path("text").asString()).isNotBlank();
            JsonNode place = result.path("locations").get(0).path("physicalLocation");
            assertThat(place.path("artifactLocation").path("uri").asString()).startsWith("my%20docs/");
            assertThat(run.path("originalUriBaseIds").has(place.path("artifactLocation").path("uriBaseId").asString())).isTrue();
            assertThat(place.path("region").path("startLine").asInt()).isPositive();
            assertThat(place.path("region").path("endLine").asInt()).isGreaterThanOrEqualTo(place.path("region").path("startLine").asInt());
            assertThat(result.path("partialFingerprints")).hasSize(2);
        });
        assertThat(cli.run("docs", "check", "./docs", "--baseline", file.toString(), "--fail-on", "warning")).isZero();
    }
}
