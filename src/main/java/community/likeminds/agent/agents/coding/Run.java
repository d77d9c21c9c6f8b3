package community.likeminds.agent.agents.coding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An integration that is carried out in the background.
 *
 * @param id of the run, and of its report when there is one
 * @param state where it stands
 * @param project folder of the project
 * @param request what is wanted; empty for a plan that is applied
 * @param plan id of the plan that is applied; empty when one is made first
 * @param stage what is being done, a few words
 * @param done of {@code total} units of the stage, total 0 when unknown
 * @param status of its report ({@code verified}, {@code partial}, {@code failed}); empty while there is none
 * @param failure why there is no report, when it ended without one
 */
public record Run(
        String id,
        State state,
        String project,
        String request,
        String plan,
        String stage,
        long done,
        long total,
        boolean cancelling,
        String status,
        @Nullable Failure failure,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    /** Where a run stands; all but the first two are final. */
    public enum State {
        QUEUED,
        RUNNING,
        /** It has a report. */
        DONE,
        FAILED,
        /** Everything that it had changed was brought back. */
        CANCELLED
    }

    /** A stable code, the fact and the remedy, each a sentence. */
    public record Failure(String code, String fact, String remedy) {}
}
