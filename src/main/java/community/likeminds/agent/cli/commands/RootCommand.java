package community.likeminds.agent.cli.commands;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code likeminds} itself: the global options and the list of commands. */
@Command(
        name = "likeminds",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = VersionProvider.class,
        usageHelpAutoWidth = true,
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n",
        commandListHeading = "%nCommands:%n",
        descriptionHeading = "%n",
        footerHeading = "%nExamples:%n")
public final class RootCommand implements Runnable {

    @Mixin
    private final GlobalOptions options;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private RootCommand(GlobalOptions options) {
        this.options = options;
    }

    /** What these arguments need of the command line; nothing is started by it. */
    public static CommandLine commandLine(CommandSession session, String... arguments) {
        return commandLine(session, Commands.named(session, List.of(arguments)));
    }

    /** The whole command line. */
    static CommandLine whole(CommandSession session) {
        return commandLine(session, Commands.all(session));
    }

    private static CommandLine commandLine(CommandSession session, List<Object> commands) {
        CommandLine line = new CommandLine(new RootCommand(session.options()));
        line.getCommandSpec()
                .usageMessage()
                .description("Reads an SDK's documentation, integrates it into a project, and proves the result.")
                .footer(
                        "  likeminds demo",
                        "  likeminds ingest ./docs",
                        "  likeminds ask \"How do I start a session?\"",
                        "  likeminds integrate ./my-app --docs ./docs --request \"Add the feed\"",
                        "",
                        "Exit status: 0 done and verified, 3 partly done, 4 refused or failed,",
                        "2 bad input, 1 internal error.");
        commands.forEach(line::addSubcommand);
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "No command is given.");
    }
}
