package community.likeminds.agent.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.cli.terminal.Terminal;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Which commands a command line has. */
class CommandsTests {

    private final CommandSession session = new CommandSession(
            new Terminal(new StringReader(""), System.out, System.err, Map.of()),
            settings -> {
                throw new AssertionError("Nothing is started.");
            });

    static List<String> names() {
        return Commands.NAMES;
    }

    @Test
    void everyCommandStandsUnderItsOwnName() {
        Map<String, CommandLine> whole = RootCommand.whole(session).getSubcommands();
        assertThat(whole.keySet()).containsExactlyElementsOf(Commands.NAMES);
    }

    @ParameterizedTest
    @MethodSource("names")
    void aLineThatNamesACommandHasThatOneAloneAndSaysTheSameOfIt(String name) {
        CommandLine line = RootCommand.commandLine(session, "--data", "plan", "--verbose", name, "undo");
        assertThat(line.getSubcommands().keySet()).containsExactly(name);
        assertThat(line.getSubcommands().get(name).getUsageMessage())
                .isEqualTo(RootCommand.whole(session).getSubcommands().get(name).getUsageMessage());
    }

    @Test
    void aLineThatNamesNoneHasThemAll() {
        for (String[] arguments : new String[][] {{}, {"--help"}, {"-h", "plan"}, {"plam", "plan"}, {"--data"}, {"--version"}}) {
            assertThat(RootCommand.commandLine(session, arguments).getSubcommands()).hasSameSizeAs(Commands.NAMES);
        }
    }
}
