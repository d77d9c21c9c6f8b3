package community.likeminds.agent.agents.coding;

import java.util.List;

/**
 * @param project the project's folder
 * @param restored files that have their former bytes again
 * @param removed files that the integration had created
 * @param kept files that were changed since by somebody else and were therefore left alone
 * @param merged files that were changed since: what the integration did is out again, the other changes stay
 */
public record UndoResult(String project, List<String> restored, List<String> removed, List<String> kept, List<String> merged) {

    public UndoResult(String project, List<String> restored, List<String> removed, List<String> kept) {
        this(project, restored, removed, kept, List.of());
    }
}
