package community.likeminds.agent.cli.commands;

import community.likeminds.agent.cli.ExitCodes;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

/** {@code completion}: prints the script that completes commands and options. */
@Command(
        name = "completion",
        description = "Print a completion script for bash and zsh.",
        footer = {"  source <(likeminds completion)      (in ~/.bashrc or ~/.zshrc)"})
final class CompletionCommand implements Callable<Integer> {

    private final CommandSession session;

    CompletionCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.out().print(AutoComplete.bash("likeminds", RootCommand.whole(session)));
        return ExitCodes.DONE;
    }
}
