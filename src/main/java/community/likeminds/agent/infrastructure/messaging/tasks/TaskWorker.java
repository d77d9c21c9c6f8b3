package community.likeminds.agent.infrastructure.messaging.tasks;

import community.likeminds.agent.infrastructure.messaging.Consumption;
import community.likeminds.agent.infrastructure.messaging.DeadLetters;
import community.likeminds.agent.infrastructure.messaging.Message;
import community.likeminds.agent.infrastructure.messaging.MessageQueue;
import community.likeminds.agent.infrastructure.messaging.NewMessage;
import community.likeminds.agent.infrastructure.messaging.Retry;
import community.likeminds.agent.infrastructure.messaging.Task;
import community.likeminds.agent.infrastructure.messaging.Task.State;
import community.likeminds.agent.infrastructure.messaging.TaskHandler;
import community.likeminds.agent.infrastructure.messaging.Tasks;
import community.likeminds.agent.infrastructure.messaging.deadletter.Failure;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.RunningProcess;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does the tasks of one type: takes their messages, begins attempts, and says how they ended. */
final class TaskWorker {

    private static final Logger LOG = LoggerFactory.getLogger(TaskWorker.class);

    /** When to look again after a task that another process seems to be at. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

    private static final String PROCESS = RunningProcess.current().toString();

    private final TaskHandler handler;
    private final TaskTable table;
    private final TaskEvents events;
    private final Ending ending;
    private final MessageQueue queues;
    private volatile boolean closing;

    TaskWorker(TaskHandler handler, TaskTable table, TaskEvents events, Ending ending, MessageQueue queues) {
        this.handler = handler;
        this.table = table;
        this.events = events;
        this.ending = ending;
        this.queues = queues;
    }

    private String queue() {
        return Tasks.queue(handler.type());
    }

    MessageQueue.Subscription start() {
        // The task itself counts its attempts: one message can stand for many of them, and many messages for one.
        Retry retry = new Retry(Integer.MAX_VALUE, handler.retry().first(), handler.retry().longest());
        MessageQueue.Subscription messages = queues.consume(queue(), Consumption.of(handler.parallel()).with(retry), this::handle);
        return () -> {
            closing = true;
            messages.close();
        };
    }

    private void handle(Message message) throws Exception {
        boolean again = message.headers().containsKey(DeadLetters.REDRIVEN);
        Optional<Task> known = table.find(message.tenant(), message.body());
        if (known.isEmpty() || known.get().state().isFinal() && !(again && known.get().state() == State.FAILED)) {
            LOG.debug("Task {} has ended already.", message.body());
            return;
        }
        Task task = known.get();
        if (task.state() == State.RUNNING && table.alive(task, QueuedTasks.SILENCE)) {
            // Its message came again because a broker or a lease was lost, not the process.
            queues.send(queue(), new NewMessage(message.tenant(), message.body(), message.headers(), message.priority(), LOOK_AGAIN));
            return;
        }
        if (task.state() == State.RUNNING && task.cancelling()) {
            ending.endAbandoned(task, State.CANCELLED, null);
            return;
        }
        if (task.state() == State.RUNNING && task.attempts() >= handler.retry().attempts()) {
            ending.endAbandoned(task, State.FAILED, new Task.Error(
                    Failure.LOST.code(), Failure.LOST.reason(), "Look into the logs of the processes that ended; the dead letter can be sent again."));
            throw new AgentException(AgentException.Kind.INTERNAL, Failure.LOST.code(), Failure.LOST.reason(), "Look into the logs.");
        }
        TaskTable.Owner owner = new TaskTable.Owner(UUID.randomUUID().toString(), PROCESS);
        if (table.begin(task, owner)) {
            settle(table.find(message.tenant(), task.id()).orElseThrow(), owner.mark());
        } else {
            LOG.debug("Task {} was begun by somebody else.", task.id());
        }
    }

    private void settle(Task task, String owner) throws Exception {
        Attempt.Outcome outcome = new Attempt(handler, task, new TaskRun(task, owner, table, events)).make(() -> closing);
        switch (outcome.how()) {
            case SUCCEEDED -> ending.end(task, owner, State.SUCCEEDED, outcome.result(), null);
            case CANCELLED -> ending.end(task, owner, State.CANCELLED, null, null);
            case TIMED_OUT -> ending.end(task, owner, State.FAILED, null, tooSlow());
            case PROCESS_ENDS -> {
                ending.waitAgain(task, owner, "waits for another process", false);
                throw new InterruptedException("The process ends.");
            }
            case FAILED -> failed(task, owner, outcome.failure());
        }
    }

    private void failed(Task task, String owner, Throwable failure) throws Exception {
        Failure why = Failure.of(failure);
        if (!why.forGood() && task.attempts() < handler.retry().attempts()) {
            ending.waitAgain(task, owner, "failed and waits for another attempt: " + why.reason(), true);
            throw failure instanceof Exception known ? known : new IllegalStateException(failure);
        }
        ending.end(task, owner, State.FAILED, null, error(failure, why));
        if (!why.forGood()) {
            // No fault of whoever asked: what hindered it may be mended, and the dead letter sent again.
            throw new AgentException(AgentException.Kind.INTERNAL, why.code(), why.reason(), "Send the dead letter again when the reason is gone.", failure);
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
}
