package community.likeminds.agent.infrastructure.storage;

import java.util.Optional;

/** Locks that hold between threads and between processes, and end with the process that holds them. */
public interface NamedLocks {

    /** Takes a lock without waiting; empty when somebody has it. Closing gives it back. */
    Optional<Held> tryAcquire(String name);

    /** A lock that is held. */
    interface Held extends AutoCloseable {
        @Override
        void close();
    }
}
