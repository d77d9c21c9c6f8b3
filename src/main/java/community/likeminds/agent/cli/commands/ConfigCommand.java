package community.likeminds.agent.cli.commands;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code config}: what a server would be configured with. */
@Command(
        name = "config",
        description = "Look at what a server would be configured with.",
        footer = {"  likeminds config check", "  likeminds config check --roles gateway --json", "  likeminds config encrypt likeminds.storage.postgresql.password"})
final class ConfigCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private ConfigCommand() {}

    static CommandLine commandLine(CommandSession session) {
        return new CommandLine(new ConfigCommand()).addSubcommand(new ConfigCheckCommand(session)).addSubcommand(new ConfigEncryptCommand(session));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "No command is given; there are: check, encrypt.");
    }
}
