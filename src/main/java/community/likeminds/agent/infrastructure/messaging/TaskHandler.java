package community.likeminds.agent.infrastructure.messaging;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Does the work of one type of task. A process that has such a bean takes part in doing it. */
public interface TaskHandler {

    String type();

    /** How many tasks of this type one process does at the same time. */
    default int parallel() {
        return 1;
    }

    default Retry retry() {
        return Retry.DEFAULT;
    }

    /** How long an attempt may take before it is stopped. */
    default Duration timeLimit() {
        return Duration.ofMinutes(25);
    }

    /** How long work that is to stop may go on to its next report of progress before its thread is interrupted. */
    default Duration patience() {
        return Duration.ZERO;
    }

    /**
     * Does the work. May be begun again after a crash, and must then go on or start over without doing anything twice. Only one process
     * is at it at a time.
     *
     * @return the result as JSON, null when there is none to speak of
     * @throws InterruptedException when the task was cancelled, took too long, or the process ends
     */
    @Nullable String run(Task task, Reporter reporter) throws Exception;

    /** How far the work is, for whoever watches. Thread-safe and quick: a store that is away holds nobody up. */
    interface Reporter {

        /**
         * @param total 0 when it cannot be said
         * @throws community.likeminds.agent.shared.AgentException {@code task-cancelled} when the work is to stop
         */
        void progress(String stage, long done, long total);

        /** Says what the task is about, once that is known. */
        void subject(String subject);

        /** Something happened that watchers are told in order. @param body JSON */
        void event(String type, String body);

        /** Whether the work is to stop: somebody cancelled it, it took too long, or the process ends. */
        boolean stopping();
    }
}
