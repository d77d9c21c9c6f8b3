package community.likeminds.agent.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.cli.CommandLineRun;
import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.cli.output.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class DocsOutlineCommandTests {

    private final CommandLineRun cli = new CommandLineRun();

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(folder.resolve("web"));
        Files.createDirectories(folder.resolve("phone"));
        Files.writeString(folder.resolve("web/start.md"), "# Start\n\n## Prerequisites\n\n- Node.js 18+\n\n## Step 1: Install\n\n```sh\nnpm install @orbit/kit\n```\n");
        Files.writeString(folder.resolve("phone/start.md"), "# Start\n");
        Files.writeString(folder.resolve("phone/rooms.md"), "# Rooms\n\nPlain words.\n");
    }

    @Test
    void showsWhatAGuideLeadsThrough() {
        assertThat(cli.run("docs", "outline", folder.toString(), "web/start.md")).isEqualTo(ExitCodes.DONE);
        assertThat(cli.out().lines()).containsSubsequence("Start web/start.md", "Prerequisites", "  • Node.js 18+ line 5 · Node.js 18 or later", "Steps",
                "  1. Install lines 7-11", "     sh lines 9-11");
        assertThat(cli.run("docs", "outline", folder.toString(), "rooms")).isEqualTo(ExitCodes.DONE);
        assertThat(cli.out()).contains("The page leads through no steps.");
    }

    @Test
    void jsonHasTheSame() {
        assertThat(cli.run("docs", "outline", folder.toString(), "web/start.md", "--json")).isEqualTo(ExitCodes.DONE);
        JsonNode json = Json.read(cli.out());
        assertThat(json.at("/page").asString()).isEqualTo("web/start.md");
        assertThat(json.at("/outline/stated").asBoolean()).isTrue();
        assertThat(json.at("/outline/prerequisites/0/versions/0/number").asString()).isEqualTo("18");
        assertThat(json.at("/outline/steps/0/title").asString()).isEqualTo("Install");
        assertThat(json.at("/outline/code/0/step").asInt()).isEqualTo(1);
    }

    @Test
    void aPageHasToBeNamedSoThatItIsOne() {
        assertThat(cli.run("docs", "outline", folder.toString(), "start.md")).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(cli.err()).contains("2 pages of the source end with 'start.md'.", "'phone/start.md', 'web/start.md'");
        assertThat(cli.run("docs", "outline", folder.toString(), "romes.md")).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(cli.err()).contains("The source has no page 'romes.md'.", "'phone/rooms.md'");
        assertThat(cli.run("docs", "outline", folder.toString())).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(cli.err()).contains("The source has 3 pages.");
    }
}
