package community.likeminds.agent.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.documentation.AskRequest;
import community.likeminds.agent.agents.documentation.SearchRequest;
import community.likeminds.agent.cli.CommandLineRun;
import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.cli.output.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stable machine formats of the commands on documentation, and what people see. */
class DocumentationCommandsTests {

    private static final String HIT =
            """
            {"source":"docs","page":"a.md","heading":"Start","startLine":3,"endLine":9,"score":0.5,\
            "text":"Call `init` first. ✓","explanation":null,"context":[]}""";

    private final CommandLineRun cli = new CommandLineRun();

    @TempDir
    Path folder;

    @Test
    void searchIsNarrowedAndExplained() {
        assertThat(cli.run("search", "x", "--language", "kotlin", "--kind", "guide", "--sdk-version", "2", "--explain")).isZero();
        assertThat(cli.documentation.calls)
                .containsExactly(new SearchRequest("x", "", "", 10, new SearchRequest.Narrowing("kotlin", "2", "guide"), true));
    }

    @Test
    void searchPrintsItsMachineFormat() {
        assertThat(cli.run("search", "how to start", "--platform", "react", "--limit", "3", "--json")).isZero();
        assertThat(cli.out().strip()).isEqualTo("{\"results\":[" + HIT + "],\"tookMs\":1.5,\"id\":\"search-1\",\"notices\":[]}");
        assertThat(cli.documentation.calls).containsExactly(new SearchRequest("how to start", "react", "", 3));
    }

    @Test
    void aBatchPrintsOneObjectALineWithItsId() throws IOException {
        Path batch = folder.resolve("questions.jsonl");
        Files.writeString(
                batch,
                """
                {"id": "q1", "question": "one", "platform": "react"}

                {"id": 2, "question": "two"}
                """);
        assertThat(cli.run("search", "--batch", batch.toString(), "--source", "docs")).isZero();
        assertThat(cli.out().lines())
                .containsExactly(
                        "{\"id\":\"q1\",\"results\":[" + HIT + "],\"tookMs\":1.5,\"notices\":[]}",
                        "{\"id\":2,\"results\":[" + HIT + "],\"tookMs\":1.5,\"notices\":[]}");
        assertThat(cli.documentation.calls)
                .containsExactly(
                        new SearchRequest("one", "react", "docs", 10), new SearchRequest("two", "", "docs", 10));
    }

    @Test
    void aBadLineStopsABatchBeforeAnythingIsPrinted() throws IOException {
        Path batch = folder.resolve("questions.jsonl");
        Files.writeString(batch, "{\"id\": \"q1\", \"question\": \"one\"}\n{\"id\": \"q2\"}\n");
        assertThat(cli.run("search", "--batch", batch.toString())).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(cli.err()).startsWith("Error: Line 2 of " + batch + " has no question.");
        assertThat(cli.out()).isEmpty();
        assertThat(cli.starts()).isZero();
    }

    @Test
    void aQueryAndABatchExcludeEachOther() {
        assertThat(cli.run("search")).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(cli.run("search", "x", "--batch", "y")).isEqualTo(ExitCodes.BAD_INPUT);
    }

    @Test
    void askPrintsItsMachineFormat() {
        assertThat(cli.run("ask", "How do I start?", "--source", "docs", "--json")).isZero();
        assertThat(cli.out().strip())
                .isEqualTo(
                        """
                        {"answer":"Call `init` first [1].","citations":[{"source":"docs","page":"a.md",\
                        "heading":"Start","startLine":3,"endLine":9}],"abstained":false,"nextSteps":["Try it."],\
                        "confidence":1.0,"context":[],"considered":[],"notices":[],"id":""}""");
        assertThat(cli.documentation.calls).containsExactly(new AskRequest("How do I start?", "", "docs"));
    }

    @Test
    void askShowsPeopleWhereItComesFrom() {
        assertThat(cli.run("ask", "How do I start?")).isZero();
        assertThat(cli.out()).contains("Call `init` first [1].", "[1] a.md › Start:3-9 (docs)");
    }

    @Test
    void ingestSaysWhatWasReadAndWhatWasLeftOut() {
        assertThat(cli.run("ingest", "./docs", "npm:some-sdk")).isZero();
        assertThat(cli.out()).contains("docs: 2 pages (2 new", "7 passages", "left out logo.png: It is binary.");
        assertThat(cli.documentation.calls).containsExactly("./docs", "npm:some-sdk");
        assertThat(cli.err()).contains("Reading pages … 1/2").doesNotContain("\u001b");
    }

    @Test
    void aSourceThatIsNotThereIsBadInput() {
        assertThat(cli.run("ingest", "./missing")).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(cli.err()).endsWith("Error: There is nothing there. Name another source." + System.lineSeparator());
    }

    @Test
    void jobsAreListedShownAndCancelled() {
        assertThat(cli.run("jobs")).isZero();
        assertThat(cli.out()).contains("one  running, Embedding 64 of 5,000", "There is nothing there. Name another source.");
        assertThat(cli.run("jobs", "two", "--json")).isZero();
        assertThat(Json.read(cli.out()).at("/failure/code").asString()).isEqualTo("source-not-found");
        assertThat(cli.run("jobs", "--cancel", "one")).isZero();
        assertThat(cli.out()).contains("one  cancelled");
        assertThat(cli.jobs.calls).containsExactly("cancel one");
        assertThat(cli.run("jobs", "three")).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(cli.err()).contains("There is no job 'three'.");
    }

    @Test
    void analyticsSayWhatIsAskedAndNotAnswered() {
        assertThat(cli.run("analytics", "--days", "7")).isZero();
        assertThat(cli.out())
                .contains("4 searches, 1 of them questions; 2 found hardly what was asked for, 1 found nothing")
                .contains("2030-05-04  ██████████░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 4 (3 unanswered)")
                .contains("     1 / 3      docs/a.md")
                .contains("    2×  Video calls? (react)")
                .contains("also: video call")
                .contains("nearest: docs/a.md");
        assertThat(cli.run("analytics", "--json")).isZero();
        assertThat(cli.out()).startsWith("{\"since\":\"2030-05-04T09:59:00Z\"").contains("\"gaps\":[{\"topic\":\"Video calls?\"");
        assertThat(cli.run("analytics", "--forget")).isZero();
        assertThat(cli.analytics.calls).containsExactly("forget");
        assertThat(cli.run("analytics", "--days", "0")).isEqualTo(ExitCodes.BAD_INPUT);
        cli.analytics.searches = 0;
        assertThat(cli.run("analytics")).isZero();
        assertThat(cli.out()).startsWith("Nothing was searched for in this time.");
    }

    @Test
    void sourcesAreListedAndForgotten() {
        assertThat(cli.run("sources", "--json")).isZero();
        assertThat(cli.out()).startsWith("{\"sources\":[{\"name\":\"docs\",\"kind\":\"folder\"");
        assertThat(cli.run("sources", "--remove", "docs")).isZero();
        assertThat(cli.documentation.calls).contains("remove docs");
        assertThat(cli.run("sources", "--remove", "other")).isEqualTo(ExitCodes.BAD_INPUT);
    }
}
