package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.PlanStep;
import community.likeminds.agent.processors.docs.Citation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A plan together with the texts that it leads to.
 *
 * @param guide passage that guides, with the page's title as its heading
 * @param guideWhy why it was chosen
 * @param runnersUp other guides that would have led to steps
 * @param steps in order, each with what it does to files
 * @param findings what is wrong in the documentation
 * @param openPoints what a person has to do or decide
 * @param packages packages whose published API the new code must agree with
 * @param secrets values that must not be shown
 * @param unplaced code of the guide that found no place, as steps for the person; they become steps once the guide is chosen
 */
public record Draft(
        Citation guide,
        String guideWhy,
        List<Citation> runnersUp,
        List<DraftStep> steps,
        List<String> findings,
        List<String> openPoints,
        Set<String> packages,
        List<String> secrets,
        List<DraftStep> unplaced) {

    public Draft {
        runnersUp = List.copyOf(runnersUp);
        steps = List.copyOf(steps);
        findings = List.copyOf(findings);
        openPoints = List.copyOf(openPoints);
        packages = Set.copyOf(packages);
        secrets = List.copyOf(secrets);
        unplaced = List.copyOf(unplaced);
    }

    public Draft(
            Citation guide, String guideWhy, List<Citation> runnersUp, List<DraftStep> steps, List<String> findings, List<String> openPoints,
            Set<String> packages, List<String> secrets) {
        this(guide, guideWhy, runnersUp, steps, findings, openPoints, packages, secrets, List.of());
    }

    /**
     * @param step what the plan says
     * @param state whether there is anything to do
     * @param texts text of each file after this step, by path below the project's root
     * @param detail one sentence on what changes or why nothing does
     */
    public record DraftStep(PlanStep step, State state, Map<String, String> texts, String detail) {

        public DraftStep {
            texts = Map.copyOf(texts);
        }

        /** What two steps on the same thing have in common. */
        private String about() {
            return step.kind() == PlanStep.Kind.ADD_DEPENDENCY ? step.details().getOrDefault("package", "") : step.target() + step.details().getOrDefault("name", "");
        }
    }

    /** What there is to do for a step. */
    public enum State {
        TO_DO,
        ALREADY_THERE,
        /** Only a person can do it. */
        MANUAL
    }

    /**
     * Drafts of several pages as one, the last page being the guide; what found no place is among its steps. What an earlier one brings, a later one finds in place: that is no step of its own.
     *
     * @param parts at least one, made one after the other on the same workspace
     */
    static Draft joined(List<Draft> parts) {
        Draft guide = parts.getLast();
        List<DraftStep> steps = new ArrayList<>();
        Set<String> findings = new LinkedHashSet<>();
        Set<String> open = new LinkedHashSet<>();
        Set<String> packages = new LinkedHashSet<>();
        for (Draft part : parts) {
            for (DraftStep step : part.steps()) {
                boolean brought = step.state() == State.ALREADY_THERE && steps.stream().anyMatch(one -> one.about().equals(step.about()));
                if (!brought) {
                    steps.add(step);
                }
            }
            part.unplaced().stream().filter(step -> !steps.contains(step)).forEach(steps::add);
            findings.addAll(part.findings());
            open.addAll(part.openPoints());
            packages.addAll(part.packages());
        }
        return new Draft(guide.guide(), guide.guideWhy(), guide.runnersUp(), steps, List.copyOf(findings), List.copyOf(open), packages, guide.secrets());
    }

    /** Whether anything of the SDK is put in or found in place. */
    public boolean effective() {
        return steps.stream().anyMatch(one -> one.state() != State.MANUAL && one.step().kind() != PlanStep.Kind.SET_ENVIRONMENT);
    }
}
