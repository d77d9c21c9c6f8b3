package community.likeminds.agent.cli.commands;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code code}: the commands for source code. */
@Command(
        name = "code",
        description = "Index source code, find in it, and see what it defines and uses.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "  likeminds code index ./my-app",
            "  likeminds code search \"where is the session opened\"",
            "  likeminds code symbols ./my-app/src/main.ts",
            "  likeminds code usage ./my-app --package @likeminds.community/feed-js"
        })
final class CodeCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private CodeCommand() {}

    static CommandLine commandLine(CommandSession session) {
        return new CommandLine(new CodeCommand())
                .addSubcommand(new CodeIndexCommand(session))
                .addSubcommand(new CodeListCommand(session))
                .addSubcommand(new CodeSearchCommand(session))
                .addSubcommand(new CodeSymbolsCommand(session))
                .addSubcommand(new CodeUsageCommand(session))
                .addSubcommand(new CodeSnapshotCommand(session))
                .addSubcommand(new CodeRestoreCommand(session));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "No command is given.");
    }
}
