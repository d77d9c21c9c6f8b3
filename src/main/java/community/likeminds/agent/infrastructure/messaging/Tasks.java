package community.likeminds.agent.infrastructure.messaging;

import community.likeminds.agent.shared.TenantId;
import java.util.List;
import java.util.Optional;

/** Durable work: what was submitted is done once, however often processes end in between, and can be watched and cancelled. */
public interface Tasks {

    /** Submits work, or finds what was submitted under the same key before. Inside a database transaction it is part of it. */
    Task submit(NewTask task);

    Optional<Task> find(TenantId tenant, String id);

    /** The newest first. @param limit 1 to 1,000 */
    List<Task> list(TenantId tenant, int limit);

    /** Asks for the end of a task: at once when it waits, soon when it runs. False when it has ended or does not exist. */
    boolean cancel(TenantId tenant, String id);
}
