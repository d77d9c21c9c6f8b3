package community.likeminds.agent.vector.core.store.chroma;

import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.AgentException.Kind;
import community.likeminds.agent.vector.core.store.chroma.ChromaDatabase.Distance;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The right to write a source, for a while. The server has no locks, but it makes a collection of a name only once; so the one who made it
 * holds the lock, and one that is not renewed in time may be taken away.
 */
final class ChromaLease implements AutoCloseable {

    private static final String OWNER = "owner";
    private static final String UNTIL = "until";
    private static final long POLL_MILLIS = 50;

    private final ChromaDatabase database;
    private final Duration length;
    private final String owner;
    private final ChromaCollection lock;
    private Instant until;

    private ChromaLease(ChromaDatabase database, Duration length, String owner, ChromaCollection lock, Instant until) {
        this.database = database;
        this.length = length;
        this.owner = owner;
        this.lock = lock;
        this.until = until;
    }

    /** Waits for its turn. */
    static ChromaLease take(ChromaDatabase database, String source, ChromaSettings settings) {
        String name = ChromaNames.lock(source);
        String owner = UUID.randomUUID().toString();
        Instant end = Instant.now().plus(settings.patience());
        while (true) {
            Instant until = Instant.now().plus(settings.lease());
            Optional<ChromaCollection> made = database.create(name, metadata(owner, until), Distance.L2);
            if (made.isPresent()) {
                return new ChromaLease(database, settings.lease(), owner, made.get(), until);
            }
            Optional<ChromaCollection> other = database.find(name);
            if (other.isPresent() && other.get().text(OWNER).equals(owner)) {
                return new ChromaLease(database, settings.lease(), owner, other.get(), until);
            }
            if (other.isPresent() && other.get().number(UNTIL) < Instant.now().toEpochMilli()) {
                remove(database, other.get());
            } else if (other.isPresent()) {
                if (Instant.now().isAfter(end)) {
                    throw new AgentException(
                            Kind.CONFLICT,
                            "data-in-use",
                            "Another process has been writing the source '" + source + "' for more than "
                                    + settings.patience().toSeconds() + " seconds.",
                            "Wait until it has finished, then run the command again.");
                }
                ChromaHttp.pause(POLL_MILLIS);
            }
        }
    }

    private static Map<String, Object> metadata(String owner, Instant until) {
        return Map.of(OWNER, owner, UNTIL, until.toEpochMilli());
    }

    /** Takes a lock away by its id, so that one of the same name that was made since stays. */
    private static void remove(ChromaDatabase database, ChromaCollection lock) {
        String name = "old-" + UUID.randomUUID();
        database.rename(lock, name);
        database.delete(name);
    }

    /** Makes it last, when half of its time is over. */
    void renew() {
        Instant now = Instant.now();
        if (now.isAfter(until.minus(length.dividedBy(2)))) {
            require();
            until = now.plus(length);
            database.update(lock, metadata(owner, until));
        }
    }

    /** Fails when it was taken away. */
    void require() {
        boolean held = database.find(lock.name())
                .filter(found -> found.id().equals(lock.id()))
                .isPresent();
        if (!held) {
            throw takenOver();
        }
    }

    static AgentException takenOver() {
        return new AgentException(
                Kind.CONFLICT,
                "write-taken-over",
                "This process was silent for so long that another one took over its write.",
                "Run the command again.");
    }

    @Override
    public void close() {
        remove(database, lock);
    }
}
