package community.likeminds.agent.infrastructure.remote.server;

import community.likeminds.agent.infrastructure.remote.wire.Protocol;
import community.likeminds.agent.shared.Abandonable;
import community.likeminds.agent.shared.AgentException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Handles that other processes use, each as long as its user says so. */
final class Handles implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Handles.class);

    private final Map<String, Held> held = new ConcurrentHashMap<>();
    private final LongSupplier nanos;
    private final long lease;
    private final ScheduledExecutorService reaper;

    Handles() {
        this(System::nanoTime, Protocol.LEASE, Duration.ofSeconds(1));
    }

    /** @param every how often it is looked whose user has gone */
    Handles(LongSupplier nanos, Duration lease, Duration every) {
        this.nanos = nanos;
        this.lease = lease.toNanos();
        this.reaper = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("remote-leases").factory());
        reaper.scheduleWithFixedDelay(this::reap, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A handle, its interface, and how many calls are at work on it. */
    static final class Held {
        final AutoCloseable handle;
        final Class<?> type;
        private volatile long renewed;
        private int calls;

        Held(AutoCloseable handle, Class<?> type, long now) {
            this.handle = handle;
            this.type = type;
            this.renewed = now;
        }

        synchronized void begin() {
            calls++;
        }

        synchronized void end(long now) {
            calls--;
            renewed = now;
        }

        synchronized boolean idle() {
            return calls == 0;
        }
    }

    /** Returns the name under which it can be called. */
    String keep(AutoCloseable handle, Class<?> type) {
        String id = UUID.randomUUID().toString();
        held.put(id, new Held(handle, type, nanos.getAsLong()));
        return id;
    }

    /** Throws {@code handle-lost}. */
    Held get(String id) {
        Held one = held.get(id);
        if (one == null) {
            throw new AgentException(
                    AgentException.Kind.CONFLICT,
                    "handle-lost",
                    "What this call goes on with has been given up, because nothing was heard of its user.",
                    "Resume or undo the run, or begin again.");
        }
        one.begin();
        return one;
    }

    void done(Held one) {
        one.end(nanos.getAsLong());
    }

    /** Forgets a handle that was closed. */
    void forget(String id) {
        held.remove(id);
    }

    /** Returns those of the names that are not known. */
    List<String> renew(List<String> ids) {
        List<String> lost = new ArrayList<>();
        for (String id : ids) {
            Held one = held.get(id);
            if (one == null) {
                lost.add(id);
            } else {
                one.renewed = nanos.getAsLong();
            }
        }
        return lost;
    }

    int size() {
        return held.size();
    }

    private void reap() {
        long now = nanos.getAsLong();
        held.forEach((id, one) -> {
            if (one.idle() && now - one.renewed > lease && held.remove(id, one)) {
                LOG.warn("The user of a {} has gone; it is given up.", one.type.getSimpleName());
                abandon(one.handle);
            }
        });
    }

    /** Leaves a handle as a killed process would. */
    static void abandon(AutoCloseable handle) {
        try {
            if (handle instanceof Abandonable abandonable) {
                abandonable.abandon();
            } else {
                handle.close();
            }
        } catch (Exception failure) {
            LOG.warn("What a process that has gone was using could not be given up cleanly.", failure);
        }
    }

    /** This process ends: runs stay resumable, programs end. */
    @Override
    public void close() {
        reaper.shutdownNow();
        held.forEach((id, one) -> {
            if (held.remove(id, one)) {
                abandon(one.handle);
            }
        });
    }
}
