package community.likeminds.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.shared.AgentException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line as a whole: help, usage, errors, exit statuses. */
class CommandLineTests {

    private final CommandLineRun cli = new CommandLineRun();

    @Test
    void helpNamesEveryCommandAndStartsNothing() {
        assertThat(cli.run("--help")).isZero();
        assertThat(cli.out())
                .contains("demo", "ingest", "sources", "search", "ask", "inspect", "plan", "integrate", "undo", "serve")
                .contains("bench", "completion")
                .doesNotContain("warm-up");
        assertThat(cli.starts()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo", "ingest", "sources", "search", "ask", "docs", "docs check", "docs outline", "inspect", "plan", "integrate", "undo",
                "serve", "bench", "completion"
            })
    void everyCommandHasHelpWithAnExample(String command) {
        assertThat(cli.run((command + " --help").split(" "))).isZero();
        assertThat(cli.out()).contains("Examples:", "likeminds " + command);
        assertThat(cli.starts()).isZero();
    }

    @Test
    void versionStartsNothing() {
        assertThat(cli.run("--version")).isZero();
        assertThat(cli.out()).startsWith("likeminds ").contains("JDK");
        assertThat(cli.starts()).isZero();
    }

    @Test
    void anUnknownCommandIsBadInputAndTheNearestOnesAreNamed() {
        assertThat(cli.run("serch", "x")).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(cli.err()).startsWith("Error: There is no command 'serch'. See: likeminds --help").contains("search");
        assertThat(cli.out()).isEmpty();
        assertThat(cli.starts()).isZero();
    }

    @Test
    void anUnknownOptionIsBadInput() {
        assertThat(cli.run("sources", "--remvoe", "x")).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(cli.err()).startsWith("Error: There is no option '--remvoe'. See: likeminds sources --help");
    }

    @Test
    void aMissingOptionIsBadInput() {
        assertThat(cli.run("plan", ".")).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(cli.err()).startsWith("Error: Missing required option: '--request=TEXT'. See: likeminds plan --help");
    }

    @Test
    void noCommandIsBadInput() {
        assertThat(cli.run()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(cli.err()).startsWith("Error: No command is given. See: likeminds --help");
    }

    @ParameterizedTest
    @CsvSource({"BAD_INPUT,2", "NOT_FOUND,2", "CONFLICT,2", "REFUSED,4", "UNAVAILABLE,1", "INTERNAL,1"})
    void everyKindOfErrorHasItsExitStatusAndOneLine(AgentException.Kind kind, int status) {
        cli.coding.error = new AgentException(kind, "some-code", "This is the fact.", "This is the remedy.");
        assertThat(cli.run("inspect", ".")).isEqualTo(status);
        assertThat(cli.err()).isEqualTo("Error: This is the fact. This is the remedy." + System.lineSeparator());
    }

    @Test
    void aKnownErrorInsideAnotherOneIsTold() {
        cli.coding.error = new IllegalStateException(
                "bean", AgentException.badInput("data-unusable", "The folder is read-only.", "Name another one."));
        assertThat(cli.run("inspect", ".")).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(cli.err()).startsWith("Error: The folder is read-only. Name another one.");
    }

    @Test
    void anUnexpectedErrorIsOneLineAndItsTraceIsShownOnRequest() {
        cli.coding.error = new IllegalStateException("boom");
        assertThat(cli.run("inspect", ".")).isEqualTo(ExitCodes.INTERNAL);
        assertThat(cli.err())
                .isEqualTo("Error: Something unexpected happened (java.lang.IllegalStateException: boom)."
                        + " Run again with --verbose to see where." + System.lineSeparator());
        assertThat(cli.run("inspect", ".", "--verbose")).isEqualTo(ExitCodes.INTERNAL);
        assertThat(cli.err()).contains("at community.likeminds.agent.cli.CommandLineTests");
    }

    @Test
    void theApplicationIsStartedOnceWithTheDataFolderAndClosed() {
        assertThat(cli.run("--data", "some/where", "sources")).isZero();
        assertThat(cli.starts()).isOne();
        assertThat(cli.closes()).isOne();
        assertThat(cli.settings())
                .isEqualTo(new Settings(Path.of("some/where").toAbsolutePath(), false, null));
    }

    @Test
    void globalOptionsMayFollowTheCommand() {
        assertThat(cli.run("sources", "--data", "elsewhere", "--verbose")).isZero();
        assertThat(cli.settings())
                .isEqualTo(new Settings(Path.of("elsewhere").toAbsolutePath(), true, null));
    }

    @Test
    void coloursAreForTerminalsOnly() {
        cli.run("sources");
        assertThat(cli.out()).doesNotContain("\u001b");
        cli.terminal("").run("sources");
        assertThat(cli.out()).contains("\u001b[1m");
        cli.run("sources", "--no-color");
        assertThat(cli.out()).doesNotContain("\u001b");
    }

    @Test
    void completionKnowsCommandsAndOptions() {
        assertThat(cli.run("completion")).isZero();
        assertThat(cli.out()).contains("complete ", "integrate", "--allow-dirty", "likeminds");
    }

    @Test
    void inspectOfARepositoryOfSeveralShowsThemAll() {
        cli.coding.applications = List.of("apps/api", "apps/web");
        assertThat(cli.run("inspect", ".")).isEqualTo(ExitCodes.DONE);
        assertThat(cli.out()).contains("holds several applications", "vite-react", "--path");
    }

    @Test
    void aPathThatIsNotThereIsSaid() {
        assertThat(cli.run("inspect", ".", "--path", "no/such/folder")).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(cli.err()).contains("There is no folder no/such/folder");
        assertThat(cli.run("inspect", ".", "--path", "../elsewhere")).isEqualTo(ExitCodes.BAD_INPUT);
    }
}
