package community.likeminds.agent.agents.coding;

import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import java.util.Optional;

/** What {@link CodingAgent} does, under an id that is known before; of this process only. */
public interface NamedRuns {

    /** @param id of the report */
    IntegrationReport integrate(TenantId tenant, IntegrationRequest request, String id, Progress progress);

    /** @param id of the report */
    IntegrationReport apply(TenantId tenant, IntegrationPlan plan, ApplyOptions options, String id, Progress progress);

    /**
     * What became of a run that a process has left: its report, when it was over but for telling so, or what it ends with when it is taken
     * up now. Empty when nothing has been changed for good.
     */
    Optional<IntegrationReport> takenUp(TenantId tenant, String id, Progress progress);
}
