package community.likeminds.agent.infrastructure.messaging.tasks;

import community.likeminds.agent.infrastructure.messaging.MessageQueue;
import community.likeminds.agent.infrastructure.messaging.NewMessage;
import community.likeminds.agent.infrastructure.messaging.NewTask;
import community.likeminds.agent.infrastructure.messaging.Task;
import community.likeminds.agent.infrastructure.messaging.Tasks;
import community.likeminds.agent.shared.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A row and a message, written in one transaction. */
public final class QueuedTasks implements Tasks {

    static final String QUEUE = "task.";

    private final TaskTable table;
    private final MessageQueue queues;
    private final TransactionTemplate transaction;

    QueuedTasks(TaskTable table, MessageQueue queues, PlatformTransactionManager transactions) {
        this.table = table;
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
                queues.send(
                        QUEUE + task.type(), new NewMessage(task.tenant(), id, Map.of(), task.priority(), task.delay()));
            });
        } catch (DuplicateKeyException somebodyWasFaster) {
            return table.findByKey(task.tenant(), task.type(), String.valueOf(key)).orElseThrow(() -> somebodyWasFaster);
        }
        return table.find(task.tenant(), id).orElseThrow();
    }

    @Override
    public Optional<Task> find(TenantId tenant, String id) {
        return table.find(tenant, id);
    }

    @Override
    public List<Task> list(TenantId tenant, int limit) {
        return table.list(tenant, Math.clamp(limit, 1, 1_000));
    }

    @Override
    public boolean cancel(TenantId tenant, String id) {
        return table.cancelWaiting(tenant, id) || table.askForTheEnd(tenant, id);
    }
}
