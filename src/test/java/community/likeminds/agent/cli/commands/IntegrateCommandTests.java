package community.likeminds.agent.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.coding.IntegrationRequest;
import community.likeminds.agent.cli.CommandLineRun;
import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** {@code integrate}: consent, values, the report file and its stable shape, exit statuses. */
class IntegrateCommandTests {

    private final CommandLineRun cli = new CommandLineRun();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"verified,0", "partial,3", "failed,4"})
    void theObservedStatusDecidesTheExitStatus(String status, int exit) throws IOException {
        cli.coding.status = status;
        Path report = folder.resolve("deep/er/report.json");
        assertThat(cli.run("integrate", folder.toString(), "--request", "Add it", "--yes", "--json", report.toString()))
                .isEqualTo(exit);
        assertThat(Json.read(Files.readString(report)).path("status").stringValue())
                .isEqualTo(status);
        try (var left = Files.list(report.getParent())) {
            assertThat(left).containsExactly(report);
        }
    }

    @Test
    void theReportNamesPagesAsSourcesOfItsCitations() throws IOException {
        Path report = folder.resolve("report.json");
        cli.run("integrate", folder.toString(), "--request", "Add it", "--yes", "--json", report.toString());
        JsonNode account = Json.read(Files.readString(report));
        JsonNode step = account.path("steps").get(0);
        assertThat(step.path("title").stringValue()).isEqualTo("Add the dependency some-sdk");
        assertThat(step.path("status").stringValue()).isEqualTo("applied");
        assertThat(step.path("files").get(0).stringValue()).isEqualTo("package.json");
        assertThat(Json.line(step.path("citations").get(0)))
                .isEqualTo(
                        """
                        {"source":"guides/react.md","page":"guides/react.md","sourceName":"docs",\
                        "heading":"Step 1: Install","startLine":3,"endLine":9}""");
        assertThat(account.propertyNames())
                .contains("summary", "guide", "checks", "findings", "openPoints", "changedFiles", "diff", "tookMs");
    }

    @Test
    void everythingThatWasSaidIsHandedOn() {
        int exit = cli.run(
                "integrate",
                folder.toString(),
                "--docs",
                "a",
                "--docs",
                "npm:b",
                "--request",
                " Add it ",
                "--set",
                "KEY=a=b c",
                "--branch",
                "add-it",
                "--allow-dirty",
                "--no-install",
                "--no-build",
                "-y");
        assertThat(exit).isZero();
        assertThat(cli.coding.integrated)
                .containsExactly(new IntegrationRequest(
                        folder.toAbsolutePath(),
                        List.of("a", "npm:b"),
                        "Add it",
                        Map.of("KEY", "a=b c"),
                        "add-it",
                        true,
                        List.of("install", "build")));
    }

    @Test
    void peopleSeeStepsChecksFindingsAndTheWayBack() {
        cli.run("integrate", folder.toString(), "--request", "Add it", "--yes");
        assertThat(cli.out())
                .contains("✓ Verified. The SDK is in the project.")
                .contains("✓ Add the dependency some-sdk", "[guides/react.md › Step 1: Install:3-9]")
                .contains("✓ build: It builds.")
                .contains("• The page says builder, the package has Builder.")
                .contains("~ package.json", "1 file, 1 lines added, 0 removed")
                .contains("Undo with: likeminds undo " + folder);
    }

    @Test
    void withoutATerminalConsentMustBeGiven() throws IOException {
        Path report = folder.resolve("report.json");
        assertThat(cli.run("integrate", folder.toString(), "--request", "Add it", "--json", report.toString()))
                .isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(cli.err()).contains("--yes");
        assertThat(cli.coding.integrated).isEmpty();
        JsonNode account = Json.read(Files.readString(report));
        assertThat(account.path("status").stringValue()).isEqualTo("failed");
        assertThat(account.path("error").path("code").stringValue()).isEqualTo("confirmation-missing");
        assertThat(account.path("steps").isEmpty()).isTrue();
    }

    @Test
    void onATerminalThePlanIsShownValuesAreAskedAndConsentIsAsked() {
        assertThat(cli.terminal("secret\ny\n").run("integrate", folder.toString(), "--request", "Add it"))
                .isZero();
        assertThat(cli.out()).contains("Add the dependency some-sdk", "Set API_KEY");
        assertThat(cli.err()).contains("Value of API_KEY", "Apply this plan? [y/N]");
        assertThat(cli.coding.applied.getFirst().values()).isEqualTo(Map.of("API_KEY", "secret"));
    }

    @Test
    void aNoChangesNothing() {
        assertThat(cli.terminal("\nn\n").run("integrate", folder.toString(), "--request", "Add it"))
                .isZero();
        assertThat(cli.err()).contains("Nothing was changed.");
        assertThat(cli.coding.applied).isEmpty();
    }

    @Test
    void errorsReachTheReportFileToo() throws IOException {
        Path report = folder.resolve("report.json");
        cli.coding.error = AgentException.badInput("project-dirty", "There are changes.", "Commit them.");
        assertThat(cli.run("integrate", folder.toString(), "--request", "Add it", "--yes", "--json", report.toString()))
                .isEqualTo(ExitCodes.BAD_INPUT);
        JsonNode account = Json.read(Files.readString(report));
        assertThat(account.path("status").stringValue()).isEqualTo("failed");
        assertThat(account.path("error").path("code").stringValue()).isEqualTo("project-dirty");
        cli.coding.error = new IllegalStateException("boom");
        assertThat(cli.run("integrate", folder.toString(), "--request", "Add it", "--yes", "--json", report.toString()))
                .isEqualTo(ExitCodes.INTERNAL);
        assertThat(Json.read(Files.readString(report)).path("error").path("code").stringValue())
                .isEqualTo("internal");
        cli.coding.error = new IllegalStateException(
                "while starting", AgentException.badInput("data-folder-damaged", "The database is damaged.", "Move it away."));
        assertThat(cli.run("integrate", folder.toString(), "--request", "Add it", "--yes", "--json", report.toString()))
                .isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(Json.read(Files.readString(report)).path("error").path("code").stringValue())
                .isEqualTo("data-folder-damaged");
    }

    @Test
    void aReportThatCannotBeWrittenIsBadInputAndNothingIsDone() {
        assertThat(cli.run("integrate", folder.toString(), "--request", "x", "--yes", "--json", folder.toString()))
                .isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(cli.err()).contains("cannot be written");
        assertThat(cli.coding.integrated).isEmpty();
    }

    @Test
    void aValueWithoutNameOrContentIsBadInput() {
        assertThat(cli.run("integrate", ".", "--request", "x", "--yes", "--set", "=v"))
                .isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(cli.run("integrate", ".", "--request", "x", "--yes", "--set", "NO_SUCH_VARIABLE_HERE"))
                .isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(cli.err()).contains("There is no value for NO_SUCH_VARIABLE_HERE.");
    }

    @Test
    void undoSaysWhatItBroughtBackAndWhatItLeftAlone() {
        assertThat(cli.run("undo", folder.toString())).isZero();
        assertThat(cli.out()).contains("restored package.json", "removed src/sdk.ts", "as it was before.");
        cli.coding.kept = List.of("README.md");
        assertThat(cli.run("undo", folder.toString())).isEqualTo(ExitCodes.PARTIAL);
        assertThat(cli.out()).contains("left alone, because it was changed since: README.md");
    }
}
