package community.likeminds.agent.infrastructure.messaging;

import community.likeminds.agent.shared.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Work and how far it is.
 *
 * @param subject what it is about, for example the name of a source; empty while that is unknown
 * @param direct whether the process that asked for it does it itself; nobody else takes it up then
 * @param attempts how often it was begun
 * @param stage what is being done, a few words; empty before it begins
 * @param done of {@code total}, in whatever unit the handler counts; total 0 when it cannot say
 * @param events how many events there are of it
 * @param cancelling somebody wants it ended
 * @param process that is or was at it, as {@link community.likeminds.agent.shared.RunningProcess} writes it; empty before it begins
 * @param heartbeatAt when its process was last seen at it
 * @param result JSON, when it succeeded with any
 * @param error when it failed
 */
public record Task(
        TenantId tenant,
        String id,
        String type,
        String subject,
        boolean direct,
        String body,
        State state,
        int attempts,
        String stage,
        long done,
        long total,
        long events,
        boolean cancelling,
        String process,
        @Nullable Instant heartbeatAt,
        @Nullable String result,
        @Nullable Error error,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    /** Where a task stands; all but the first two are final. */
    public enum State {
        QUEUED,
        RUNNING,
        SUCCEEDED,
        FAILED,
        CANCELLED,
        /** The process that did it itself has ended or was stopped. */
        INTERRUPTED;

        public boolean isFinal() {
            return this != QUEUED && this != RUNNING;
        }
    }

    /** Why it failed: a stable code, the fact and the remedy, each a sentence. */
    public record Error(String code, String fact, String remedy) {}
}
