package community.likeminds.agent.agents.coding;

/**
 * A stored plan in one line.
 *
 * @param id of the plan
 * @param createdAt when it was made, ISO 8601
 * @param project folder of the project
 * @param request what was asked for
 * @param guide page of the guide
 * @param toDo how many steps have something to do
 * @param steps how many steps there are
 */
public record PlanSummary(String id, String createdAt, String project, String request, String guide, int toDo, int steps) {}
