package community.likeminds.agent.cli.commands;

import community.likeminds.agent.agents.coding.ApplyOptions;
import community.likeminds.agent.agents.coding.CodingAgent;
import community.likeminds.agent.agents.coding.IntegrationPlan;
import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.Plans;
import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code apply}: applies a plan that was made before, and perhaps edited. */
@Command(
        name = "apply",
        description = {
            "Apply a plan that 'likeminds plan' made, and prove the result.",
            "It is refused when the files that it builds on changed since. Values of keys are given again: plans never hold them."
        },
        footer = {
            "  likeminds apply 3f9a2c41d0 --set API_KEY",
            "  likeminds plan ./my-app --docs ./docs --request \"Add the feed\" --output plan.yaml",
            "  likeminds apply plan.yaml --dry-run",
            "",
            "Exit status: 0 verified, 3 partly done, 4 refused or failed, 2 bad input."
        })
final class ApplyCommand implements Callable<Integer> {

    private final CommandSession session;

    @Parameters(paramLabel = "PLAN", description = "Id of a plan, or the beginning of it, or a YAML file that holds one.")
    private String plan = "";

    @Mixin
    private final ValueOptions values = new ValueOptions();

    @Mixin
    private final OutcomeOptions outcome = new OutcomeOptions();

    @Mixin
    private final PreviewOptions preview = new PreviewOptions();

    ApplyCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        IntegrationRun run = new IntegrationRun(session, outcome.json(), outcome.reports(), outcome.follower(session), Path.of("."), "");
        IntegrationReport report = run.make(this::apply);
        if (report == null) {
            return ExitCodes.DONE;
        }
        if (preview.wanted()) {
            preview.run(session, report);
        }
        return ExitCodes.of(report);
    }

    private @Nullable IntegrationReport apply(IntegrationRun run) {
        IntegrationPlan wanted = wanted();
        ApplyOptions options = outcome.applying(values.with(Map.of()));
        if (outcome.dryRun()) {
            run.print(session.get(CodingAgent.class).dryRun(wanted, options));
            return null;
        }
        return run.apply(wanted, options);
    }

    private IntegrationPlan wanted() {
        Plans plans = session.get(Plans.class);
        Path file = Path.of(plan);
        boolean named = plan.endsWith(".yaml") || plan.endsWith(".yml") || plan.contains("/");
        if (!named && !Files.isRegularFile(file)) {
            return plans.get(TenantId.DEFAULT, plan);
        }
        try {
            return plans.read(Files.readString(file), plan);
        } catch (CharacterCodingException binary) {
            throw new AgentException(
                    AgentException.Kind.BAD_INPUT, "plan-invalid", "The file " + plan + " is no text.", "Name a plan's YAML file.", binary);
        } catch (IOException missing) {
            throw new AgentException(
                    AgentException.Kind.NOT_FOUND, "plan-not-found", "The file " + plan + " cannot be read.",
                    "Name a plan's YAML file, or the id of a stored plan.", missing);
        }
    }
}
