package community.likeminds.agent.agents.coding.orchestrator;

import community.likeminds.agent.agents.coding.ApplyOptions;
import community.likeminds.agent.agents.coding.IntegrationPlan;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run has to know to be taken up again. It holds values of keys, so it is kept with the run only, readable by its owner.
 *
 * @param report id of the report to come
 * @param tookMs what the phases before took
 */
record RunTask(
        String report, TenantId tenant, IntegrationPlan plan, ApplyOptions options, Map<String, Long> tookMs) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    String text() {
        return JSON.writeValueAsString(this);
    }

    static RunTask parse(String text) {
        try {
            return JSON.readValue(text, RunTask.class);
        } catch (JacksonException unreadable) {
            throw new AgentException(
                    AgentException.Kind.CONFLICT, "run-unreadable", "What the interrupted run was about cannot be read by this version.",
                    "Take it back with: likeminds undo.", unreadable);
        }
    }
}
