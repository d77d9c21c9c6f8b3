package community.likeminds.agent.infrastructure.messaging.tasks;

import community.likeminds.agent.infrastructure.messaging.TaskEvent;
import community.likeminds.agent.shared.TenantId;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What happened in tasks, as rows that are only ever added. */
final class TaskEvents {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    TaskEvents(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Adds events; those that are there already are left out, so that a doubtful attempt can be repeated. False when the task is another's now. */
    boolean append(TenantId tenant, String task, String owner, List<TaskEvent> events) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            // Locks the row: another attempt cannot give the same numbers.
            List<Long> known = jdbc.query(
                    "select events from tasks where id = ? and owner = ? for update", (row, number) -> row.getLong(1), task, owner);
            if (known.isEmpty()) {
                return false;
            }
            List<TaskEvent> missing = events.stream().filter(event -> event.number() > known.getFirst()).toList();
            if (missing.isEmpty()) {
                return true;
            }
            jdbc.batchUpdate(
                    "insert into task_events (task, number, tenant, at, type, body) values (?, ?, ?, ?, ?, ?)",
                    missing.stream()
                            .map(event -> new Object[] {
                                task, event.number(), tenant.value(), event.at().atOffset(ZoneOffset.UTC), event.type(), event.body()
                            })
                            .toList());
            jdbc.update("update tasks set events = ? where id = ?", missing.getLast().number(), task);
            return true;
        }));
    }

    List<TaskEvent> after(TenantId tenant, String task, long number, int limit) {
        return jdbc.query(
                "select number, at, type, body from task_events where task = ? and tenant = ? and number > ? order by number limit ?",
                (row, count) -> new TaskEvent(
                        row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant(), row.getString(3), row.getString(4)),
                task,
                tenant.value(),
                number,
                limit);
    }
}
