package community.likeminds.agent.agents.coding;

import community.likeminds.agent.processors.docs.Citation;
import java.util.List;
import java.util.Map;

/**
 * One step of a plan with what it will change.
 *
 * @param id stable within the plan, {@code s1}, {@code s2}, ...
 * @param kind what is done
 * @param title one line for people
 * @param target the file it is about, below the project's root, or empty
 * @param why why this file and why this way, one sentence
 * @param citations the passages that ask for it
 * @param details what the planner knew, by kind; see {@link PlanStep#details()}
 * @param status whether there is anything to do
 * @param detail one sentence on what changes or why nothing does
 * @param changes what happens to files, in order, each starting from what the steps before leave
 * @param quotes what the cited passages say, one for each citation, shortened; may be empty
 */
public record PlannedStep(
        String id,
        PlanStep.Kind kind,
        String title,
        String target,
        String why,
        List<Citation> citations,
        Map<String, String> details,
        Status status,
        String detail,
        List<FileChange> changes,
        List<String> quotes) {

    public PlannedStep {
        citations = List.copyOf(citations);
        details = Map.copyOf(details);
        changes = List.copyOf(changes);
        quotes = List.copyOf(quotes);
    }

    public enum Status {
        TO_DO,
        ALREADY_THERE,
        /** Only a person can do it. */
        MANUAL,
        UNKNOWN
    }

    /** The step as a planner made it. */
    public PlanStep step() {
        return new PlanStep(id, kind, title, target, why, citations, details);
    }
}
