package community.likeminds.agent.infrastructure.messaging.tasks;

import community.likeminds.agent.infrastructure.messaging.Consumption;
import community.likeminds.agent.infrastructure.messaging.EventBus;
import community.likeminds.agent.infrastructure.messaging.Message;
import community.likeminds.agent.infrastructure.messaging.MessageQueue;
import community.likeminds.agent.infrastructure.messaging.Task;
import community.likeminds.agent.infrastructure.messaging.Task.State;
import community.likeminds.agent.infrastructure.messaging.TaskHandler;
import community.likeminds.agent.infrastructure.messaging.deadletter.Failure;
import community.likeminds.agent.shared.AgentException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Does the tasks of one type: each attempt on a thread of its own, which is interrupted when the task is cancelled or takes too long. */
final class TaskWorker {

    private static final Logger LOG = LoggerFactory.getLogger(TaskWorker.class);
    private static final long LOOK_MILLIS = 500;
    private static final long REPORT_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long YIELD_SECONDS = 30;

    private final TaskHandler handler;
    private final TaskTable table;
    private final EventBus events;
    private final TransactionTemplate transaction;

    TaskWorker(TaskHandler handler, TaskTable table, EventBus events, PlatformTransactionManager transactions) {
        this.handler = handler;
        this.table = table;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    MessageQueue.Subscription start(MessageQueue queues) {
        return queues.consume(
                QueuedTasks.QUEUE + handler.type(), Consumption.of(handler.parallel()).with(handler.retry()), this::handle);
    }

    /** An attempt and how it ended otherwise than by the handler itself. */
    private enum Stop {
        NONE,
        CANCELLED,
        TIMED_OUT
    }

    private void handle(Message message) throws Exception {
        String id = message.body();
        String owner = UUID.randomUUID().toString();
        if (!table.begin(message.tenant(), id, owner)) {
            table.cancelAbandoned(message.tenant(), id);
            LOG.debug("Task {} has ended already.", id);
            return;
        }
        Task task = table.find(message.tenant(), id).orElseThrow();
        CompletableFuture<@Nullable String> result = new CompletableFuture<>();
        Thread thread = Thread.ofVirtual().name("task-" + id).start(() -> attempt(task, owner, result));
        Stop stop = Stop.NONE;
        try {
            stop = watch(id, owner, result);
            if (stop != Stop.NONE) {
                thread.interrupt();
                // What was interrupted may still tidy up; what ignores it must not hold the queue for ever.
                thread.join(Duration.ofSeconds(YIELD_SECONDS));
            }
        } catch (InterruptedException processEnds) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(YIELD_SECONDS));
            table.waitAgain(id, owner, "waits for another process");
            throw processEnds;
        }
        settle(message, task, owner, result, stop);
    }

    private void attempt(Task task, String owner, CompletableFuture<@Nullable String> result) {
        try {
            result.complete(handler.run(task, new Reporter(task.id(), owner)));
        } catch (Throwable failure) {
            result.completeExceptionally(failure);
        }
    }

    private Stop watch(String id, String owner, CompletableFuture<@Nullable String> result) throws InterruptedException {
        long deadline = System.nanoTime() + handler.timeLimit().toNanos();
        while (true) {
            try {
                result.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                return Stop.NONE;
            } catch (ExecutionException failed) {
                return Stop.NONE;
            } catch (TimeoutException running) {
                if (table.shouldStop(id, owner)) {
                    return Stop.CANCELLED;
                }
                if (System.nanoTime() > deadline) {
                    return Stop.TIMED_OUT;
                }
            }
        }
    }

    private void settle(Message message, Task task, String owner, CompletableFuture<@Nullable String> result, Stop stop)
            throws Exception {
        if (result.isDone() && !result.isCompletedExceptionally()) {
            end(task, owner, State.SUCCEEDED, result.get(), null);
            return;
        }
        Throwable failure = result.isDone() ? result.exceptionNow() : new InterruptedException();
        switch (stop) {
            case CANCELLED -> end(task, owner, State.CANCELLED, null, null);
            case TIMED_OUT -> end(task, owner, State.FAILED, null, tooSlow());
            case NONE -> {
                Failure why = Failure.of(failure);
                if (!why.forGood() && message.attempt() < handler.retry().attempts()) {
                    table.waitAgain(task.id(), owner, "failed and waits for another attempt: " + why.reason());
                    throw failure instanceof Exception known ? known : new IllegalStateException(failure);
                }
                end(task, owner, State.FAILED, null, error(failure, why));
            }
        }
    }

    private Task.Error tooSlow() {
        return new Task.Error(
                "task-timed-out",
                "The task was not done after " + handler.timeLimit().toMinutes() + " minutes.",
                "Divide the work, or run it where there is more time.");
    }

    private static Task.Error error(Throwable failure, Failure why) {
        if (failure instanceof AgentException known) {
            return new Task.Error(known.code(), known.fact(), known.remedy());
        }
        LOG.warn("A task failed for good.", failure);
        return new Task.Error(why.code(), why.reason(), "This is a defect of the product; the log has the details.");
    }

    private void end(Task task, String owner, State state, @Nullable String result, Task.@Nullable Error error) {
        transaction.executeWithoutResult(status -> {
            if (table.end(task.id(), owner, state, result, error)) {
                events.publish(
                        task.tenant(),
                        "task." + state.name().toLowerCase(Locale.ROOT),
                        JsonMapper.shared().writeValueAsString(Map.of("id", task.id(), "type", task.type())));
            }
        });
    }

    /** Writes progress often enough for people and seldom enough for the database. */
    private final class Reporter implements TaskHandler.Reporter {

        private final String id;
        private final String owner;
        private long writtenAt = System.nanoTime() - REPORT_NANOS;
        private String writtenStage = "";

        Reporter(String id, String owner) {
            this.id = id;
            this.owner = owner;
        }

        @Override
        public synchronized void progress(String stage, long done, long total) {
            if (!stage.equals(writtenStage) || done == total || System.nanoTime() - writtenAt > REPORT_NANOS) {
                writtenAt = System.nanoTime();
                writtenStage = stage;
                table.progress(id, owner, stage, done, total);
            }
        }
    }
}
