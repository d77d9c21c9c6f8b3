package community.likeminds.agent.infrastructure.messaging;

import community.likeminds.agent.shared.TenantId;
import java.util.List;
import java.util.Optional;

/**
 * Durable work: what was submitted is done once, however often processes end in between, and can be watched and cancelled. The latest
 * 500 tasks of a tenant and type are remembered.
 */
public interface Tasks {

    /** The queue that messages about tasks of a type go to. */
    static String queue(String type) {
        return "task." + type;
    }

    /** Submits work, or finds what was submitted under the same key before. Inside a database transaction it is part of it. */
    Task submit(NewTask task);

    /**
     * Does work in the caller's thread, as a task that others can see and cancel. When the process ends it is not taken up by another.
     *
     * @param task its delay, priority and key mean nothing here
     * @throws community.likeminds.agent.shared.AgentException {@code task-cancelled}, out of {@link TaskHandler.Reporter#progress}
     */
    <T> T run(NewTask task, Work<T> work);

    Optional<Task> find(TenantId tenant, String id);

    /** The newest first. @param limit 1 to 1,000 */
    List<Task> list(TenantId tenant, int limit);

    /** Those of one type, the newest first. @param limit 1 to 1,000 */
    List<Task> list(TenantId tenant, String type, int limit);

    /** What happened after the event with this number, in order; empty when there is no such task. @param limit 1 to 1,000 */
    List<TaskEvent> events(TenantId tenant, String id, long after, int limit);

    /** Asks for the end of a task: at once when it waits, soon when it runs. False when it has ended or does not exist. */
    boolean cancel(TenantId tenant, String id);

    /** What {@link #run} does. */
    @FunctionalInterface
    interface Work<T> {
        /** Gives the result, which is kept as JSON. */
        T run(Task task, TaskHandler.Reporter reporter);
    }
}
