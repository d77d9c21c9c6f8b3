package community.likeminds.agent.infrastructure.messaging.tasks;

import community.likeminds.agent.infrastructure.messaging.EventBus;
import community.likeminds.agent.infrastructure.messaging.Task;
import community.likeminds.agent.infrastructure.messaging.Task.State;
import community.likeminds.agent.shared.AgentException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Writes how tasks ended, together with the event that says so, even when the store is away for a while. */
final class Ending {

    private static final int TRIES = 60;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final TaskTable table;
    private final Supplier<EventBus> events;
    private final TransactionTemplate transaction;

    Ending(TaskTable table, Supplier<EventBus> events, PlatformTransactionManager transactions) {
        this.table = table;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    void end(Task task, String owner, State state, @Nullable String result, Task.@Nullable Error error) {
        surely(() -> transaction.executeWithoutResult(status -> {
            if (table.end(task.id(), owner, state, result, error)) {
                published(task, state);
            }
        }));
    }

    void endAbandoned(Task task, State state, Task.@Nullable Error error) {
        transaction.executeWithoutResult(status -> {
            if (table.endAbandoned(task, state, error)) {
                published(task, state);
            }
        });
    }

    void waitAgain(Task task, String owner, String why, boolean counted) {
        surely(() -> table.waitAgain(task.id(), owner, why, counted));
    }

    private void published(Task task, State state) {
        events.get()
                .publish(
                        task.tenant(),
                        "task." + state.name().toLowerCase(Locale.ROOT),
                        JsonMapper.shared().writeValueAsString(Map.of("id", task.id(), "type", task.type())));
    }

    /** An interrupt in the middle of a write would close the embedded database's file, so it waits until the end is written. */
    private static void surely(Runnable write) {
        boolean interrupted = Thread.interrupted();
        try {
            for (int tries = 1; !written(write, tries == TRIES || interrupted); tries++) {
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException again) {
            interrupted = true;
            written(write, true);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static boolean written(Runnable write, boolean last) {
        try {
            write.run();
            return true;
        } catch (DataAccessException | TransactionException | AgentException away) {
            if (last) {
                throw away;
            }
            return false;
        }
    }
}
