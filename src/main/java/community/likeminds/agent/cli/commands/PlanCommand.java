package community.likeminds.agent.cli.commands;

import community.likeminds.agent.agents.coding.CodingAgent;
import community.likeminds.agent.agents.coding.IntegrationPlan;
import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.cli.output.PlanPrinter;
import community.likeminds.agent.cli.terminal.ProgressLine;
import community.likeminds.agent.shared.TenantId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plan}: says what an integration would do, and changes nothing. */
@Command(
        name = "plan",
        description = "Plan an integration for a project, and change nothing.",
        footer = {"  likeminds plan ./my-app --docs ./docs --request \"Add the feed\""})
final class PlanCommand implements Callable<Integer> {

    private final CommandSession session;

    @Mixin
    private final IntegrationOptions options = new IntegrationOptions();

    @Option(names = "--json", description = "Print the plan as JSON.")
    private boolean json;

    PlanCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        options.choose(session);
        IntegrationPlan plan;
        try (ProgressLine progress = session.progress()) {
            plan = session.get(CodingAgent.class)
                    .plan(TenantId.DEFAULT, options.toRequest(Map.of(), "", true, List.of()), progress);
        }
        if (json) {
            session.out().println(Json.line(plan));
        } else {
            new PlanPrinter(session.out(), session.style()).print(plan);
        }
        return ExitCodes.DONE;
    }
}
