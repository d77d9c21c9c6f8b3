package community.likeminds.agent.cli.commands;

import community.likeminds.agent.agents.documentation.DocumentationAgent;
import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.shared.TenantId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Hidden: walks the usual ways once while the launcher records which classes they load. */
@Command(name = "warm-up", hidden = true, description = "Used by the launcher to record its start-up cache.")
final class WarmUpCommand implements Callable<Integer> {

    private final CommandSession session;

    WarmUpCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        RootCommand.commandLine(session).getUsageMessage();
        session.get(DocumentationAgent.class).sources(TenantId.DEFAULT);
        return ExitCodes.DONE;
    }
}
