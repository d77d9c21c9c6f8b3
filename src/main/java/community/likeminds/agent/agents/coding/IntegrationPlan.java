package community.likeminds.agent.agents.coding;

import community.likeminds.agent.processors.docs.Citation;
import java.util.List;

/**
 * An ordered plan for one project.
 *
 * @param id unique
 * @param request what was asked for
 * @param project what the project is
 * @param guide the passage that was chosen as the guide
 * @param guideWhy why this guide
 * @param runnersUp guides that came close, best first
 * @param steps in the order in which they are applied
 * @param findings what is wrong in the documentation, one sentence each
 * @param openPoints what the documentation leaves open, one sentence each
 */
public record IntegrationPlan(
        String id,
        String request,
        ProjectProfile project,
        Citation guide,
        String guideWhy,
        List<Citation> runnersUp,
        List<PlanStep> steps,
        List<String> findings,
        List<String> openPoints) {

    public IntegrationPlan {
        runnersUp = List.copyOf(runnersUp);
        steps = List.copyOf(steps);
        findings = List.copyOf(findings);
        openPoints = List.copyOf(openPoints);
    }
}
