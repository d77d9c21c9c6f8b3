package community.likeminds.agent.infrastructure.messaging.tasks;

import community.likeminds.agent.infrastructure.messaging.MessageQueue;
import community.likeminds.agent.infrastructure.messaging.NewMessage;
import community.likeminds.agent.infrastructure.messaging.NewTask;
import community.likeminds.agent.infrastructure.messaging.Task;
import community.likeminds.agent.infrastructure.messaging.Task.State;
import community.likeminds.agent.infrastructure.messaging.TaskEvent;
import community.likeminds.agent.infrastructure.messaging.Tasks;
import community.likeminds.agent.shared.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A row and a message, written in one transaction. */
public final class QueuedTasks implements Tasks {

    /** Longer than any pause that a process makes which is well. */
    static final Duration SILENCE = Duration.ofSeconds(60);

    private static final Task.Error LEFT = new Task.Error(
            "task-interrupted", "The process that did the work ended before it was done.", "Start it again to go on; what was done is kept.");

    private final TaskTable table;
    private final TaskEvents events;
    private final Ending ending;
    private final Supplier<MessageQueue> queues;
    private final TransactionTemplate transaction;

    QueuedTasks(TaskTable table, TaskEvents events, Ending ending, Supplier<MessageQueue> queues, PlatformTransactionManager transactions) {
        this.table = table;
        this.events = events;
        this.ending = ending;
        this.queues = queues;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Task submit(NewTask task) {
        String key = task.idempotencyKey();
        if (key != null) {
            Optional<Task> known = table.findByKey(task.tenant(), task.type(), key);
            if (known.isPresent()) {
                return known.get();
            }
        }
        String id = UUID.randomUUID().toString();
        try {
            transaction.executeWithoutResult(status -> {
                table.insert(task, id);
                queues.get()
                        .send(Tasks.queue(task.type()), new NewMessage(task.tenant(), id, Map.of(), task.priority(), task.delay()));
            });
        } catch (DuplicateKeyException somebodyWasFaster) {
            return table.findByKey(task.tenant(), task.type(), String.valueOf(key)).orElseThrow(() -> somebodyWasFaster);
        }
        return table.find(task.tenant(), id).orElseThrow();
    }

    @Override
    public <T> T run(NewTask task, Work<T> work) {
        return new DirectRun(table, events, ending).run(task, work);
    }

    @Override
    public Optional<Task> find(TenantId tenant, String id) {
        return table.find(tenant, id).map(this::seen);
    }

    @Override
    public List<Task> list(TenantId tenant, int limit) {
        return table.list(tenant, Math.clamp(limit, 1, 1_000)).stream().map(this::seen).toList();
    }

    @Override
    public List<Task> list(TenantId tenant, String type, int limit) {
        return table.list(tenant, type, Math.clamp(limit, 1, 1_000)).stream().map(this::seen).toList();
    }

    @Override
    public List<TaskEvent> events(TenantId tenant, String id, long after, int limit) {
        return events.after(tenant, id, after, Math.clamp(limit, 1, 1_000));
    }

    @Override
    public boolean cancel(TenantId tenant, String id) {
        find(tenant, id);
        return table.cancelWaiting(tenant, id) || table.askForTheEnd(tenant, id);
    }

    /** The task, or its end when the process that did it itself is gone. */
    private Task seen(Task task) {
        if (task.state() != State.RUNNING || !task.direct() || table.alive(task, SILENCE)) {
            return task;
        }
        ending.endAbandoned(task, State.INTERRUPTED, LEFT);
        return table.find(task.tenant(), task.id()).orElse(task);
    }
}
