package community.likeminds.agent.vector.analytics.jdbc;

import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.analytics.SearchEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes events without making their askers wait and hands them on in batches, in their order, on one thread. */
final class EventBuffer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventBuffer.class);
    private static final int CAPACITY = 10_000;
    private static final int BATCH = 200;
    private static final long GATHER_MILLIS = 200;
    private static final long CLOSE_MILLIS = 5_000;

    /** An event and whose it is; one without an event asks to be told when all before it are written. */
    record Waiting(TenantId tenant, @Nullable SearchEvent event, @Nullable Runnable written) {}

    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final Consumer<List<Waiting>> writer;
    private @Nullable Thread thread;
    private volatile boolean closing;

    EventBuffer(Consumer<List<Waiting>> writer) {
        this.writer = writer;
    }

    /** False when the event was dropped because too many wait. */
    boolean offer(TenantId tenant, SearchEvent event) {
        boolean taken = queue.offer(new Waiting(tenant, event, null));
        running();
        return taken;
    }

    /** Waits until every event that was offered before is written. */
    void flush() {
        if (thread == null) {
            return;
        }
        java.util.concurrent.CountDownLatch done = new java.util.concurrent.CountDownLatch(1);
        try {
            queue.put(new Waiting(TenantId.DEFAULT, null, done::countDown));
            if (!done.await(CLOSE_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.warn("Searches are written slowly; the newest are missing from this report.");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void running() {
        if (thread == null && !closing) {
            thread = Thread.ofPlatform().daemon().name("search-analytics").start(this::run);
        }
    }

    private void run() {
        try {
            while (!closing || !queue.isEmpty()) {
                Waiting first = queue.poll(GATHER_MILLIS, TimeUnit.MILLISECONDS);
                if (first == null) {
                    continue;
                }
                List<Waiting> batch = new ArrayList<>();
                batch.add(first);
                queue.drainTo(batch, BATCH);
                write(batch);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<Waiting> batch) {
        try {
            writer.accept(batch.stream().filter(one -> one.event() != null).toList());
        } catch (RuntimeException failure) {
            // A search must never fail because its trace cannot be kept.
            LOG.warn("{} searches could not be remembered: {}", batch.size(), failure.getMessage());
        } finally {
            batch.stream().map(Waiting::written).filter(java.util.Objects::nonNull).forEach(Runnable::run);
        }
    }

    @Override
    public void close() {
        Thread running;
        synchronized (this) {
            closing = true;
            running = thread;
        }
        if (running != null) {
            try {
                running.join(CLOSE_MILLIS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
