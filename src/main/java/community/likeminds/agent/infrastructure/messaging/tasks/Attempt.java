package community.likeminds.agent.infrastructure.messaging.tasks;

import community.likeminds.agent.infrastructure.auth.CurrentIdentity;
import community.likeminds.agent.infrastructure.auth.Identity;
import community.likeminds.agent.infrastructure.messaging.Task;
import community.likeminds.agent.infrastructure.messaging.TaskHandler;
import community.likeminds.agent.shared.Observed;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One attempt at a task, on a thread of its own that is asked to stop, and after a while interrupted, when it has to. */
final class Attempt {

    private static final long LOOK_MILLIS = 250;
    /** What was interrupted may still tidy up; what ignores it must not hold the queue for ever. */
    private static final Duration TIDYING = Duration.ofSeconds(30);

    private final TaskHandler handler;
    private final Task task;
    private final TaskRun run;

    Attempt(TaskHandler handler, Task task, TaskRun run) {
        this.handler = handler;
        this.task = task;
        this.run = run;
    }

    /** How an attempt ended. */
    enum How {
        SUCCEEDED,
        FAILED,
        CANCELLED,
        TIMED_OUT,
        PROCESS_ENDS
    }

    /** @param thrown by the handler, when it failed */
    record Outcome(How how, @Nullable String result, @Nullable Throwable thrown) {

        Throwable failure() {
            return thrown == null ? new IllegalStateException("Nothing was thrown.") : thrown;
        }
    }

    /** @param processEnds asked a few times a second */
    Outcome make(BooleanSupplier processEnds) {
        CompletableFuture<@Nullable String> result = new CompletableFuture<>();
        Thread thread = Thread.ofVirtual().name("task-" + task.id()).start(Observed.carried(() -> work(result)));
        How stopped = watch(result, processEnds);
        if (stopped != How.SUCCEEDED) {
            run.stop();
            waitFor(thread, handler.patience());
            thread.interrupt();
            waitFor(thread, TIDYING);
        }
        run.flush();
        // What was done in time counts as done, whatever was wanted meanwhile.
        if (result.isDone() && !result.isCompletedExceptionally()) {
            return new Outcome(How.SUCCEEDED, result.join(), null);
        }
        if (stopped == How.SUCCEEDED) {
            return new Outcome(How.FAILED, null, result.exceptionNow());
        }
        return new Outcome(stopped, null, null);
    }

    private void work(CompletableFuture<@Nullable String> result) {
        try {
            result.complete(CurrentIdentity.call(Identity.system(task.tenant()), () -> handler.run(task, run)));
        } catch (Throwable failure) {
            result.completeExceptionally(failure);
        }
    }

    /** Returns when the work is over, which is told as a success, or has to stop. */
    private How watch(CompletableFuture<@Nullable String> result, BooleanSupplier processEnds) {
        long deadline = System.nanoTime() + handler.timeLimit().toNanos();
        while (true) {
            try {
                result.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                return How.SUCCEEDED;
            } catch (ExecutionException failed) {
                return How.SUCCEEDED;
            } catch (InterruptedException subscriptionEnds) {
                return How.PROCESS_ENDS;
            } catch (TimeoutException running) {
                if (processEnds.getAsBoolean()) {
                    return How.PROCESS_ENDS;
                }
                if (run.beat()) {
                    return How.CANCELLED;
                }
                if (System.nanoTime() > deadline) {
                    return How.TIMED_OUT;
                }
            }
        }
    }

    private static void waitFor(Thread thread, Duration most) {
        boolean interrupted = Thread.interrupted();
        try {
            thread.join(most);
        } catch (InterruptedException again) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
