package community.likeminds.agent.cli.commands;

import community.likeminds.agent.agents.coding.CodingAgent;
import community.likeminds.agent.agents.coding.IntegrationRequest;
import community.likeminds.agent.agents.documentation.AskRequest;
import community.likeminds.agent.agents.documentation.DocumentationAgent;
import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.cli.output.AnswerPrinter;
import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.cli.output.PlanPrinter;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Hidden: walks the usual ways once on the bundled example while the launcher records which classes they load. */
@Command(
        name = "warm-up",
        hidden = true,
        description = "Used by the launcher to record its start-up cache.",
        footer = "  likeminds warm-up --data /tmp/scratch")
final class WarmUpCommand implements Callable<Integer> {

    private final CommandSession session;

    WarmUpCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Example example = Example.bundled();
        session.out().println(RootCommand.commandLine(session).getUsageMessage());
        DocumentationAgent documentation = session.get(DocumentationAgent.class);
        documentation.ingest(TenantId.DEFAULT, example.docs().toString(), Progress.NONE);
        session.out().println(Json.line(documentation.sources(TenantId.DEFAULT)));
        new AnswerPrinter(session.out(), session.style())
                .print(documentation.ask(TenantId.DEFAULT, new AskRequest("How do I start a session?", "", "")));
        CodingAgent coding = session.get(CodingAgent.class);
        IntegrationRequest request = new IntegrationRequest(
                example.app(), List.of(example.docs().toString()), DemoCommand.REQUEST, example.values(), "", true, List.of());
        new PlanPrinter(session.out(), session.style())
                .print(coding.plan(TenantId.DEFAULT, request, Progress.NONE));
        return ExitCodes.DONE;
    }
}
