package community.likeminds.agent.cli.commands;

import community.likeminds.agent.agents.coding.CodingAgent;
import community.likeminds.agent.agents.coding.IntegrationPlan;
import community.likeminds.agent.agents.coding.Plans;
import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.cli.output.PlanPrinter;
import community.likeminds.agent.cli.output.ReportFile;
import community.likeminds.agent.cli.terminal.ProgressLine;
import community.likeminds.agent.shared.TenantId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plan}: says what an integration would do, and changes nothing. */
@Command(
        name = "plan",
        description = "Plan an integration for a project, and change nothing.",
        footer = {
            "  likeminds plan ./my-app --docs ./docs --request \"Add the feed\"",
            "  likeminds plan ./my-app --docs ./docs --request \"Add the feed\" --output plan.yaml",
            "",
            "The plan is kept: apply it with 'likeminds apply ID', list plans with 'likeminds plans'."
        })
final class PlanCommand implements Callable<Integer> {

    private final CommandSession session;

    @Mixin
    private final IntegrationOptions options = new IntegrationOptions();

    @Option(names = "--json", description = "Print the plan as JSON.")
    private boolean json;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Also write the plan as YAML, to be read, edited and applied.")
    private @Nullable Path output;

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
        if (output != null) {
            ReportFile.write(output, session.get(Plans.class).yaml(plan));
        }
        if (json) {
            session.out().println(Json.line(plan));
        } else {
            new PlanPrinter(session.out(), session.style()).print(plan);
            session.out().println();
            session.out().println("Apply it with: likeminds apply " + (output == null ? plan.id() : output) + values(plan));
        }
        return ExitCodes.DONE;
    }

    /** The values that have to be given again, because plans never hold them. */
    private static String values(IntegrationPlan plan) {
        return plan.values().values().stream().filter(name -> !name.isEmpty()).distinct().map(name -> " --set " + name + "=...")
                .collect(Collectors.joining());
    }
}
