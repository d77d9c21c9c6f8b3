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

    /** How long an attempt may take before it is interrupted. */
    default Duration timeLimit() {
        return Duration.ofMinutes(25);
    }

    /**
     * Does the work. May be begun again after a crash, and must then go on or start over without doing anything twice.
     *
     * @return the result as JSON, null when there is none to speak of
     * @throws InterruptedException when the task was cancelled, took too long, or the process ends
     */
    @Nullable String run(Task task, Reporter reporter) throws Exception;

    /** How far the work is, for whoever watches. */
    @FunctionalInterface
    interface Reporter {
        /** @param total 0 when it cannot be said */
        void progress(String stage, long done, long total);
    }
}
