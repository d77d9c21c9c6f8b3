package community.likeminds.agent.agents.coding;

/**
 * A run whose process has ended before it was done.
 *
 * @param id of the run
 * @param project folder of the project
 * @param request what was asked for
 * @param plan id of its plan
 */
public record InterruptedRun(String id, String project, String request, String plan) {}
