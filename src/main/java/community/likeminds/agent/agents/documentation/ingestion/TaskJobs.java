package community.likeminds.agent.agents.documentation.ingestion;

import community.likeminds.agent.agents.documentation.IngestResult;
import community.likeminds.agent.agents.documentation.IngestionJob;
import community.likeminds.agent.agents.documentation.IngestionJobs;
import community.likeminds.agent.infrastructure.messaging.NewTask;
import community.likeminds.agent.infrastructure.messaging.Task;
import community.likeminds.agent.infrastructure.messaging.Tasks;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.AgentException.Kind;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** {@link IngestionJobs} as a view of tasks. */
@Component
public class TaskJobs implements IngestionJobs {

    static final String TYPE = "ingestion";

    private static final int LISTED = 100;

    private final Ingestion ingestion;
    private final Tasks tasks;

    TaskJobs(Ingestion ingestion, Tasks tasks) {
        this.ingestion = ingestion;
        this.tasks = tasks;
    }

    /** Ingests in the caller's thread, as a job that others can see and cancel. */
    public IngestResult run(TenantId tenant, String location, Progress progress) {
        return tasks.run(task(tenant, location), (task, reporter) -> ingestion.ingest(tenant, location, new ReportingProgress(reporter, progress), reporter::subject));
    }

    @Override
    public IngestionJob start(TenantId tenant, String location) {
        return job(tasks.submit(task(tenant, location)));
    }

    @Override
    public List<IngestionJob> list(TenantId tenant) {
        return tasks.list(tenant, TYPE, LISTED).stream().map(TaskJobs::job).toList();
    }

    @Override
    public IngestionJob get(TenantId tenant, String id) {
        return tasks.find(tenant, id).filter(task -> task.type().equals(TYPE)).map(TaskJobs::job).orElseThrow(() -> AgentException.notFound(
                "job-unknown", "There is no ingestion job '" + id + "'.", "See the jobs with: likeminds jobs."));
    }

    @Override
    public IngestionJob cancel(TenantId tenant, String id) {
        IngestionJob job = get(tenant, id);
        if (!tasks.cancel(tenant, id)) {
            throw new AgentException(
                    Kind.CONFLICT, "job-ended", "The job " + job.id() + " has ended already.", "See how with: likeminds jobs " + id + ".");
        }
        return get(tenant, id);
    }

    private static NewTask task(TenantId tenant, String location) {
        return NewTask.of(tenant, TYPE, JsonMapper.shared().writeValueAsString(Map.of("location", location)));
    }

    static String location(Task task) {
        return JsonMapper.shared().readTree(task.body()).path("location").asString();
    }

    private static IngestionJob job(Task task) {
        Task.Error error = task.error();
        return new IngestionJob(
                task.id(),
                task.subject(),
                location(task),
                state(task.state()),
                task.stage(),
                task.done(),
                task.total(),
                task.createdAt(),
                Objects.requireNonNullElse(task.heartbeatAt(), task.createdAt()),
                task.endedAt(),
                task.process(),
                error == null ? null : new IngestionJob.Failure(error.code(), error.fact(), error.remedy()),
                task.result() == null ? null : JsonMapper.shared().readValue(task.result(), IngestResult.class));
    }

    private static IngestionJob.State state(Task.State state) {
        return switch (state) {
            case QUEUED -> IngestionJob.State.QUEUED;
            case RUNNING -> IngestionJob.State.RUNNING;
            case SUCCEEDED -> IngestionJob.State.DONE;
            case FAILED -> IngestionJob.State.FAILED;
            case CANCELLED -> IngestionJob.State.CANCELLED;
            case INTERRUPTED -> IngestionJob.State.INTERRUPTED;
        };
    }
}
