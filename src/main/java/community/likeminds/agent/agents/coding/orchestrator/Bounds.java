package community.likeminds.agent.agents.coding.orchestrator;

import community.likeminds.agent.agents.coding.FileChange;
import community.likeminds.agent.agents.coding.IntegrationPlan;
import community.likeminds.agent.agents.coding.PlannedStep;
import community.likeminds.agent.agents.coding.codeplanning.Draft;
import community.likeminds.agent.agents.coding.codeplanning.Hazards;
import community.likeminds.agent.agents.coding.codeplanning.Reach;
import community.likeminds.agent.shared.AgentException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what no plan may bring about, whoever wrote it: files that other programs run by themselves, what an install would run or fetch from
 * elsewhere, and variables that steer programs. The planner keeps to the same rules.
 */
final class Bounds {

    private static final String REMEDY = "Remove it from the plan, and add it by hand if you want it.";

    private Bounds() {}

    static void require(IntegrationPlan plan, List<Draft.DraftStep> steps, Function<String, @Nullable String> originals) {
        for (PlannedStep step : plan.steps()) {
            for (FileChange change : step.changes()) {
                if (change.kind() == FileChange.Kind.SET && Hazards.steering(change.text())) {
                    throw AgentException.badInput(
                            "variable-not-allowed", "Step " + step.id() + " of the plan sets " + change.text() + ", which steers other programs.", REMEDY);
                }
            }
        }
        steps.stream().filter(step -> step.state() == Draft.State.TO_DO).forEach(step -> step.texts().forEach((path, text) -> {
            String own = Reach.file(path);
            if (!own.isEmpty()) {
                throw AgentException.badInput("file-not-allowed", "Step " + step.step().id() + " of the plan writes " + path + ". " + own, REMEDY);
            }
            if (path.equals("package.json") || path.endsWith("/package.json")) {
                requireManifest(step.step().id(), path, originals.apply(path), text);
            }
        }));
    }

    private static void requireManifest(String step, String path, @Nullable String before, String after) {
        String own = Reach.manifest(before == null ? "{}" : before, after);
        if (!own.isEmpty()) {
            throw AgentException.badInput("command-not-allowed", "Step " + step + " of the plan changes " + path + ": " + own, REMEDY);
        }
    }
}
