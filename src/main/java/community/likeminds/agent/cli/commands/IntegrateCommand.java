package community.likeminds.agent.cli.commands;

import community.likeminds.agent.agents.coding.ApplyOptions;
import community.likeminds.agent.agents.coding.CodingAgent;
import community.likeminds.agent.agents.coding.IntegrationPlan;
import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.IntegrationRequest;
import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.shared.AgentException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code integrate}: plans, applies, proves and reports an integration. */
@Command(
        name = "integrate",
        description = {
            "Bring an SDK into a project as its documentation says, and prove the result.",
            "On a terminal the plan is shown and confirmed first; elsewhere --yes is needed."
        },
        footer = {
            "  likeminds integrate ./my-app --docs ./docs --request \"Add the feed\"",
            "  likeminds integrate ./my-app --docs npm:some-sdk --request \"Add it\" \\",
            "      --set API_KEY=abc --yes --json report.json --branch add-some-sdk",
            "",
            "Exit status: 0 verified, 3 partly done, 4 refused or failed, 2 bad input."
        })
final class IntegrateCommand implements Callable<Integer> {

    private final CommandSession session;

    @Mixin
    private final IntegrationOptions options = new IntegrationOptions();

    @Mixin
    private final OutcomeOptions outcome = new OutcomeOptions();

    @Mixin
    private final PreviewOptions preview = new PreviewOptions();

    @Option(names = {"-y", "--yes"}, description = "Apply without asking.")
    private boolean yes;

    IntegrateCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        IntegrationRun run = new IntegrationRun(session, outcome.json(), outcome.reports(), outcome.follower(session), options.project(), options.request());
        IntegrationReport report = run.make(this::integrate);
        if (report == null) {
            return ExitCodes.DONE;
        }
        if (preview.wanted()) {
            preview.run(session, report);
        }
        return ExitCodes.of(report);
    }

    private @Nullable IntegrationReport integrate(IntegrationRun run) {
        if (!yes) {
            options.choose(session);
        }
        IntegrationRequest wanted = request(Map.of());
        if (outcome.dryRun()) {
            IntegrationPlan plan = run.plan(wanted);
            run.print(plan);
            run.print(session.get(CodingAgent.class).dryRun(plan, applying(wanted)));
            return null;
        }
        if (yes) {
            return run.integrate(wanted);
        }
        if (!session.terminal().interactive()) {
            throw AgentException.badInput(
                    "confirmation-missing",
                    "Nobody is at a terminal to confirm the plan.",
                    "Add --yes to apply it without asking, or see it first with: likeminds plan.");
        }
        IntegrationPlan plan = run.plan(wanted);
        Map<String, String> asked = run.confirm(plan, wanted.values());
        if (asked == null) {
            session.err().println("Nothing was changed.");
            return null;
        }
        return run.apply(plan, applying(request(asked)));
    }

    private IntegrationRequest request(Map<String, String> asked) {
        return outcome.on(options.toRequest(asked, outcome.branch(), outcome.allowDirty(), outcome.skip()));
    }

    private ApplyOptions applying(IntegrationRequest request) {
        return outcome.applying(request.values());
    }
}
