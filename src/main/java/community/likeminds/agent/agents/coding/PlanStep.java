package community.likeminds.agent.agents.coding;

import community.likeminds.agent.processors.docs.Citation;
import java.util.List;
import java.util.Map;

/**
 * One step of a plan.
 *
 * @param id stable within the plan, {@code s1}, {@code s2}, ...
 * @param kind what is done
 * @param title one line for people
 * @param target the file it is about, below the project's root, or empty
 * @param why why this file and why this way, one sentence
 * @param citations the passages that ask for it
 * @param details what the executor needs, by kind: {@code package}, {@code range}, {@code dev}; {@code name}, {@code value};
 *     {@code command}; {@code code}, {@code language}
 */
public record PlanStep(
        String id,
        Kind kind,
        String title,
        String target,
        String why,
        List<Citation> citations,
        Map<String, String> details) {

    public PlanStep {
        citations = List.copyOf(citations);
        details = Map.copyOf(details);
    }

    public enum Kind {
        ADD_DEPENDENCY,
        CREATE_FILE,
        EDIT_FILE,
        SET_ENVIRONMENT,
        RUN_COMMAND,
        /** What a person has to do: said with file and passage, never done silently. */
        MANUAL,
        UNKNOWN
    }
}
