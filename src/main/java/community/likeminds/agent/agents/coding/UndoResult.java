package community.likeminds.agent.agents.coding;

import java.util.List;

/**
 * @param project the project's folder
 * @param restored files that have their former bytes again
 * @param removed files that the integration had created
 * @param kept files that were changed since by somebody else and were therefore left alone
 */
public record UndoResult(String project, List<String> restored, List<String> removed, List<String> kept) {}
