package community.likeminds.agent.agents.documentation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of an ingestion, as it is recorded.
 *
 * @param id unique within the tenant
 * @param source name of the source, or empty until it is known
 * @param location as it was asked for
 * @param state where it stands
 * @param stage what is or was being done, for example {@code "Embedding"}; empty before it has begun
 * @param done units of the stage that are finished
 * @param total units of the stage in all, or 0 when unknown
 * @param createdAt when it was asked for
 * @param heartbeatAt when its process was last seen at it
 * @param endedAt when it ended, or null
 * @param owner the process that runs or ran it: host, process id and the process' start
 * @param failure why it failed, or null
 * @param result what it did when it is done, or null
 */
public record IngestionJob(
        String id,
        String source,
        String location,
        State state,
        String stage,
        long done,
        long total,
        Instant createdAt,
        Instant heartbeatAt,
        @Nullable Instant endedAt,
        String owner,
        @Nullable Failure failure,
        @Nullable IngestResult result) {

    /** Where a job stands. */
    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED,
        /** Its process ended or was stopped; what it did is kept, and the next run of the source goes on from there. */
        INTERRUPTED,
        CANCELLED;

        public boolean ended() {
            return this != QUEUED && this != RUNNING;
        }
    }

    /**
     * @param code stable, for example {@code source-not-found}
     * @param fact what happened, one sentence
     * @param remedy what to do about it, one sentence
     */
    public record Failure(String code, String fact, String remedy) {}
}
