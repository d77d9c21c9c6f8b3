package community.likeminds.agent.agents.coding;

import community.likeminds.agent.processors.docs.Citation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An ordered plan for one project. It holds everything that {@link CodingAgent#apply} needs but the values of placeholders.
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
 * @param createdAt when it was made, ISO 8601
 * @param docs locations of the documentation
 * @param packages the packages that the new code must agree with, each with the range that the plan assumes, which may be empty
 * @param startsFrom SHA-256 of every file that the plan builds on, by path below the project's root; {@code absent} for one that
 *     must not be there
 */
public record IntegrationPlan(
        String id,
        String request,
        ProjectProfile project,
        Citation guide,
        String guideWhy,
        List<Citation> runnersUp,
        List<PlannedStep> steps,
        List<String> findings,
        List<String> openPoints,
        String createdAt,
        List<String> docs,
        Map<String, String> packages,
        Map<String, String> startsFrom) {

    public IntegrationPlan {
        runnersUp = List.copyOf(runnersUp);
        steps = List.copyOf(steps);
        findings = List.copyOf(findings);
        openPoints = List.copyOf(openPoints);
        docs = List.copyOf(docs);
        packages = Collections.unmodifiableMap(new TreeMap<>(packages));
        startsFrom = Collections.unmodifiableMap(new TreeMap<>(startsFrom));
    }

    /** The same plan with other steps. */
    public IntegrationPlan withSteps(List<PlannedStep> others) {
        return new IntegrationPlan(
                id, request, project, guide, guideWhy, runnersUp, others, findings, openPoints, createdAt, docs, packages, startsFrom);
    }

    /** Variables of the environment that the plan sets, each with the name under which its value is given, or an empty string. */
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        for (PlannedStep step : steps) {
            for (FileChange change : step.changes()) {
                if (change.kind() == FileChange.Kind.SET) {
                    values.put(change.text(), change.value());
                }
            }
        }
        return Collections.unmodifiableMap(values);
    }
}
