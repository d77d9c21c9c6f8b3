package community.likeminds.agent.agents.documentation;

import community.likeminds.agent.shared.Remote;
import community.likeminds.agent.shared.TenantId;
import java.util.List;

/**
 * Ingestions as durable jobs: they survive the process that runs them, and every process on the same store sees them. What a job did is
 * kept when it is interrupted or cancelled; the next run of its source makes only what is missing.
 */
@Remote(repeatable = true)
public interface IngestionJobs {

    /** Queues an ingestion that a server carries out in the background; each server does one after the other. */
    @Remote
    IngestionJob start(TenantId tenant, String location);

    /** The latest jobs, newest first. */
    List<IngestionJob> list(TenantId tenant);

    /** Throws {@code job-unknown} when there is none. */
    IngestionJob get(TenantId tenant, String id);

    /**
     * Ends a queued job at once and asks a running one to end, which it does at its next step.
     *
     * @throws community.likeminds.agent.shared.AgentException {@code job-unknown}, or {@code job-ended} when there is nothing to cancel
     */
    IngestionJob cancel(TenantId tenant, String id);
}
