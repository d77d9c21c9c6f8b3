package community.likeminds.agent.cli.commands;

import community.likeminds.agent.agents.coding.IntegrationPlan;
import community.likeminds.agent.agents.coding.PlanSummary;
import community.likeminds.agent.agents.coding.Plans;
import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.cli.output.PlanPrinter;
import community.likeminds.agent.shared.TenantId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plans}: lists, shows or forgets stored plans. */
@Command(
        name = "plans",
        description = "List the plans that were made, show one, or forget one.",
        footer = {
            "  likeminds plans",
            "  likeminds plans 3f9a2c41d0",
            "  likeminds plans --yaml 3f9a2c41d0 > plan.yaml",
            "  likeminds plans --remove 3f9a2c41d0"
        })
final class PlansCommand implements Callable<Integer> {

    private final CommandSession session;

    @Parameters(paramLabel = "ID", arity = "0..1", description = "Show this plan; the beginning of its id will do.")
    private @Nullable String show;

    @Option(names = "--yaml", paramLabel = "ID", description = "Print this plan as YAML, which apply takes after editing.")
    private @Nullable String yaml;

    @Option(names = "--remove", paramLabel = "ID", description = "Forget this plan.")
    private @Nullable String remove;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    PlansCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Plans plans = session.get(Plans.class);
        if (remove != null) {
            plans.remove(TenantId.DEFAULT, remove);
            session.err().println("The plan " + remove + " is forgotten.");
        } else if (yaml != null) {
            session.out().print(plans.yaml(plans.get(TenantId.DEFAULT, yaml)));
        } else if (show != null) {
            show(plans.get(TenantId.DEFAULT, show));
        } else {
            list(plans.list(TenantId.DEFAULT));
        }
        return ExitCodes.DONE;
    }

    private void show(IntegrationPlan plan) {
        if (json) {
            session.out().println(Json.line(plan));
        } else {
            new PlanPrinter(session.out(), session.style()).print(plan);
        }
    }

    private void list(List<PlanSummary> plans) {
        if (json) {
            session.out().println(Json.line(Map.of("plans", plans)));
        } else if (plans.isEmpty()) {
            session.out().println("No plan has been made yet. Make one with: likeminds plan PROJECT --docs SOURCE --request TEXT");
        } else {
            plans.forEach(plan -> session.out().printf(
                    "%s  %s, %d of %d steps to do%n  %s%n",
                    session.style().bold(plan.id()), plan.request(), plan.toDo(), plan.steps(),
                    session.style().dim(plan.createdAt() + "  " + plan.project() + "  " + plan.guide())));
        }
    }
}
