package community.likeminds.agent.agents.coding.orchestrator;

import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.IntegrationRequest;
import community.likeminds.agent.shared.AgentException;
import java.util.List;
import java.util.Map;

/** Reports of runs that changed nothing because nothing in the documentation fits. */
final class Refusals {

    private Refusals() {}

    static IntegrationReport report(String id, IntegrationRequest request, AgentException refusal, Map<String, Long> tookMs) {
        return new IntegrationReport(
                id,
                IntegrationReport.FAILED,
                refusal.fact() + " Nothing was changed.",
                request.request(),
                request.project().toString(),
                null,
                refusal.fact(),
                List.of(),
                List.of(),
                List.of(),
                List.of(refusal.remedy()),
                Map.of(),
                "",
                "",
                tookMs,
                "",
                List.of(),
                List.of(new IntegrationReport.Feedback(null, "", refusal.fact())));
    }
}
