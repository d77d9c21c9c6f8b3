package community.likeminds.agent.fakes;

import community.likeminds.agent.agents.documentation.IngestionJob;
import community.likeminds.agent.agents.documentation.IngestionJob.Failure;
import community.likeminds.agent.agents.documentation.IngestionJob.State;
import community.likeminds.agent.agents.documentation.IngestionJobs;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Knows a running job and a failed one. */
public final class FakeIngestionJobs implements IngestionJobs {

    private static final Instant BEGUN = Instant.parse("2026-01-02T03:04:05Z");

    private int looks;
    public final List<String> calls = new ArrayList<>();

    /** The job called live begins anew. */
    public void again() {
        looks = 0;
    }

    private static IngestionJob job(String id, State state, Failure failure) {
        return new IngestionJob(
                id, "docs", "/srv/docs", state, "Embedding", 64, 5000, BEGUN, BEGUN, null, "host/7/8", failure, null);
    }

    @Override
    public IngestionJob start(TenantId tenant, String location) {
        calls.add("start " + location);
        return job("new", State.QUEUED, null);
    }

    @Override
    public List<IngestionJob> list(TenantId tenant) {
        return List.of(
                job("one", State.RUNNING, null),
                job("two", State.FAILED, new Failure("source-not-found", "There is nothing there.", "Name another source.")));
    }

    @Override
    public IngestionJob get(TenantId tenant, String id) {
        if (id.equals("live")) {
            // Gets on whenever somebody looks.
            int look = looks++;
            return new IngestionJob(id, "docs", "/srv/docs", look < 3 ? State.RUNNING : State.DONE, look == 0 ? "Reading pages" : "Embedding", look < 2 ? 1 : 2, 2,
                    BEGUN, BEGUN, null, "host/7/8", null, null);
        }
        return list(tenant).stream()
                .filter(job -> job.id().equals(id))
                .findFirst()
                .orElseThrow(() -> AgentException.notFound("job-unknown", "There is no job '" + id + "'.", "List them."));
    }

    @Override
    public IngestionJob cancel(TenantId tenant, String id) {
        calls.add("cancel " + id);
        return job(get(tenant, id).id(), State.CANCELLED, null);
    }
}
