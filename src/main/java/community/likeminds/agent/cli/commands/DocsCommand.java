package community.likeminds.agent.cli.commands;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code docs}: what is for those who write documentation. */
@Command(
        name = "docs",
        description = "For those who write documentation: find its mistakes, see what its guides lead through.",
        footer = {"  likeminds docs check ./docs", "  likeminds docs outline ./docs getting-started.md", "  likeminds docs check ./docs --sarif findings.sarif --fail-on warning"})
final class DocsCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private DocsCommand() {}

    static CommandLine line(CommandSession session) {
        return new CommandLine(new DocsCommand()).addSubcommand(new DocsCheckCommand(session)).addSubcommand(new DocsOutlineCommand(session));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "No command is given; there are: check, outline.");
    }
}
