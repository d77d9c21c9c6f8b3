package community.likeminds.agent.agents.documentation.ingestion;

import community.likeminds.agent.agents.documentation.IngestResult;
import community.likeminds.agent.infrastructure.messaging.Retry;
import community.likeminds.agent.infrastructure.messaging.Task;
import community.likeminds.agent.infrastructure.messaging.TaskHandler;
import community.likeminds.agent.shared.Progress;
import java.time.Duration;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Ingests in the background; an ingestion that is begun again makes only what is missing. */
@Component
class IngestionTasks implements TaskHandler {

    private final Ingestion ingestion;

    IngestionTasks(Ingestion ingestion) {
        this.ingestion = ingestion;
    }

    @Override
    public String type() {
        return TaskJobs.TYPE;
    }

    /** Two minutes in all, which a server of ours or a site that starts again does not need. */
    @Override
    public Retry retry() {
        return new Retry(8, Duration.ofSeconds(1), Duration.ofMinutes(1));
    }

    /** Vectors of a large site take hours on a small machine. */
    @Override
    public Duration timeLimit() {
        return Duration.ofHours(24);
    }

    /** An interrupt in the middle of a write would close the files of the embedded stores. */
    @Override
    public Duration patience() {
        return Duration.ofSeconds(20);
    }

    @Override
    public String run(Task task, Reporter reporter) {
        IngestResult result = ingestion.ingest(
                task.tenant(), TaskJobs.location(task), new ReportingProgress(reporter, Progress.NONE), reporter::subject);
        return JsonMapper.shared().writeValueAsString(result);
    }
}
