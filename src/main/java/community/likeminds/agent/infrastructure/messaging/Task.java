package community.likeminds.agent.infrastructure.messaging;

import community.likeminds.agent.shared.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Work and how far it is.
 *
 * @param attempts how often it was begun
 * @param stage what is being done, a few words; empty before it begins
 * @param done of {@code total}, in whatever unit the handler counts; total 0 when it cannot say
 * @param cancelling somebody wants it ended
 * @param result JSON, when it succeeded with any
 * @param error when it failed
 */
public record Task(
        TenantId tenant,
        String id,
        String type,
        String body,
        State state,
        int attempts,
        String stage,
        long done,
        long total,
        boolean cancelling,
        @Nullable String result,
        @Nullable Error error,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    /** Where a task stands; the last three are final. */
    public enum State {
        QUEUED,
        RUNNING,
        SUCCEEDED,
        FAILED,
        CANCELLED;

        public boolean isFinal() {
            return this == SUCCEEDED || this == FAILED || this == CANCELLED;
        }
    }

    /** Why it failed: a stable code, the fact and the remedy, each a sentence. */
    public record Error(String code, String fact, String remedy) {}
}
