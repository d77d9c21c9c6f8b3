package community.likeminds.agent.registry.discovery;

import community.likeminds.agent.registry.ServiceRegistry.Registration;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a registry again and again that this process lives and what it says of itself. */
public final class Heartbeat implements Registration {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    private static final long CLOSE_MILLIS = 5_000;

    private final Beat beat;
    private final Runnable farewell;
    private final Duration every;
    private final Semaphore news = new Semaphore(0);
    private final Thread thread;
    private volatile Notes notes = new Notes(List.of("the start to finish"), List.of());
    private volatile boolean closing;

    /** One word to the registry; any exception is trouble that may pass. */
    @FunctionalInterface
    public interface Beat {
        void send(Notes notes) throws Exception;
    }

    /** @param farewell takes the process off the registry */
    public Heartbeat(String name, Duration every, Beat beat, Runnable farewell) {
        this.beat = beat;
        this.farewell = farewell;
        this.every = every;
        this.thread = Thread.ofPlatform().daemon().name("registry-" + name).start(this::run);
    }

    private void run() {
        boolean away = false;
        try {
            while (!closing) {
                try {
                    beat.send(notes);
                    if (away) {
                        LOG.info("The registry is back.");
                    }
                    away = false;
                } catch (InterruptedException stopped) {
                    return;
                } catch (Exception trouble) {
                    if (!away) {
                        LOG.warn("The registry does not know of this process until it is back: {}", trouble.toString());
                    }
                    away = true;
                }
                if (news.tryAcquire(every.toMillis(), TimeUnit.MILLISECONDS)) {
                    news.drainPermits();
                }
            }
        } catch (InterruptedException stopped) {
            LOG.debug("This process is no longer announced.");
        }
    }

    @Override
    public synchronized void missing(List<String> now) {
        tell(new Notes(now, notes.heldBack()));
    }

    @Override
    public synchronized void heldBack(List<String> calls) {
        tell(new Notes(notes.missing(), calls));
    }

    private void tell(Notes now) {
        if (!now.equals(notes)) {
            notes = now;
            news.release();
        }
    }

    /** Stops without a farewell, as when the process is killed. */
    void die() {
        closing = true;
        thread.interrupt();
    }

    @Override
    public void close() {
        closing = true;
        news.release();
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
        try {
            farewell.run();
        } catch (RuntimeException away) {
            LOG.info("The registry could not be told that this process ends; it will notice by itself.");
        }
    }
}
