package community.likeminds.agent.infrastructure.messaging.tasks;

import community.likeminds.agent.infrastructure.messaging.Task;
import community.likeminds.agent.infrastructure.messaging.TaskEvent;
import community.likeminds.agent.infrastructure.messaging.TaskHandler;
import community.likeminds.agent.infrastructure.messaging.tasks.TaskTable.Standing;
import community.likeminds.agent.shared.AgentException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** An attempt at a task. What the work says is written by whoever watches it, so that the work waits for no store. */
final class TaskRun implements TaskHandler.Reporter {

    private static final Logger LOG = LoggerFactory.getLogger(TaskRun.class);
    private static final long BEAT_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Task task;
    private final String owner;
    private final TaskTable table;
    private final TaskEvents events;
    private final Deque<TaskEvent> unwritten = new ArrayDeque<>();
    private volatile Standing standing;
    private volatile boolean stopping;
    /** What the work is about is awaited by whoever meets its locks. */
    private volatile boolean renamed;
    private long number;
    private long beatAt = System.nanoTime() - BEAT_NANOS;
    private boolean silent;

    TaskRun(Task task, String owner, TaskTable table, TaskEvents events) {
        this.task = task;
        this.owner = owner;
        this.table = table;
        this.events = events;
        this.number = task.events();
        this.standing = new Standing(task.subject(), "", 0, 0);
    }

    @Override
    public synchronized void progress(String stage, long done, long total) {
        if (stopping) {
            throw new AgentException(
                    AgentException.Kind.CONFLICT, "task-cancelled", "The work was ended before it was done.", "Start it again when it is wanted after all.");
        }
        standing = new Standing(standing.subject(), stage, done, total);
    }

    @Override
    public synchronized void subject(String subject) {
        standing = new Standing(subject, standing.stage(), standing.done(), standing.total());
        renamed = true;
    }

    @Override
    public synchronized void event(String type, String body) {
        unwritten.add(new TaskEvent(++number, Instant.now().truncatedTo(ChronoUnit.MICROS), type, body));
    }

    @Override
    public boolean stopping() {
        return stopping;
    }

    void stop() {
        stopping = true;
    }

    /** Writes what is new, about once a second; true when the task is to stop. A store that is away is tried again the next time. */
    boolean beat() {
        return write(renamed || System.nanoTime() - beatAt > BEAT_NANOS);
    }

    /** Writes everything. */
    boolean flush() {
        return write(true);
    }

    private boolean write(boolean due) {
        try {
            boolean lost = !writeEvents();
            if (due && !lost) {
                renamed = false;
                lost = !table.beat(task.id(), owner, standing);
                lost |= table.shouldStop(task.id(), owner);
                beatAt = System.nanoTime();
            }
            silent = false;
            return lost;
        } catch (DataAccessException | TransactionException | AgentException away) {
            if (!silent) {
                LOG.warn("How far the task {} is cannot be stored for now: {}", task.id(), away.getMessage());
            }
            silent = true;
            beatAt = System.nanoTime();
            return false;
        }
    }

    private boolean writeEvents() {
        List<TaskEvent> some;
        synchronized (this) {
            some = List.copyOf(unwritten);
        }
        if (some.isEmpty()) {
            return true;
        }
        boolean mine = events.append(task.tenant(), task.id(), owner, some);
        synchronized (this) {
            some.forEach(event -> unwritten.removeFirst());
        }
        return mine;
    }
}
