package community.likeminds.agent.infrastructure.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Server-sent events (HTML Living Standard, section 9.2) of what is stored, so that the process that does the work need not be the one that
 * tells of it, and whoever comes back with the last id gets what was missed.
 */
public final class EventStreams implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);
    private static final int MOST_LISTENERS = 4_000;
    private static final long SHORTEST_LOOK_MILLIS = 250;
    /** Where nothing happens, looking is done less often. */
    private static final long LONGEST_LOOK_MILLIS = 2_000;
    /** Shorter than the shortest wait between two looks, so that nobody is told the same twice as late. */
    private static final Duration SHARED = Duration.ofMillis(SHORTEST_LOOK_MILLIS - 50);
    /** Proxies and readers take a silent connection for a dead one. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final Semaphore free = new Semaphore(MOST_LISTENERS);
    private final ExecutorService followers = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("events-", 0).factory());

    /** Many listen to the same: they share one look. */
    private final Cache<Listening, Look> looks = Caffeine.newBuilder().maximumSize(MOST_LISTENERS).expireAfterWrite(SHARED).build();

    private record Listening(Source source, String seen) {}

    /** What is followed. Those of the same are equal, so that their listeners can share what is read. */
    @FunctionalInterface
    public interface Source {
        /** @param seen id of the last event that the listener has, or empty */
        Look look(String seen);
    }

    /**
     * @param events that the listener has not seen, in order
     * @param ended whether no more can come
     */
    public record Look(List<Sent> events, boolean ended) {}

    /**
     * @param id whoever names it is sent what came after it
     * @param data an object is written as JSON, a text as it is
     */
    public record Sent(String id, String name, Object data) {}

    /**
     * Follows a source until it ends or the listener goes. The first look is made at once, in the caller's thread.
     *
     * @throws AgentException what the source throws, {@code too-many-listeners}, or {@code server-stopping}
     */
    public SseEmitter follow(Source source, String seen) {
        Look first = look(source, seen);
        if (!free.tryAcquire()) {
            throw new AgentException(AgentException.Kind.UNAVAILABLE, "too-many-listeners",
                    "The server has " + MOST_LISTENERS + " listeners already.", "Close a stream, or ask for the state itself about once a second.");
        }
        SseEmitter emitter = new SseEmitter(0L);
        try {
            followers.execute(() -> {
                try {
                    run(source, first, seen, emitter);
                } finally {
                    free.release();
                }
            });
        } catch (RejectedExecutionException stopping) {
            free.release();
            throw new AgentException(AgentException.Kind.UNAVAILABLE, "server-stopping", "The server is stopping.", "Start it again and ask then.", stopping);
        }
        return emitter;
    }

    private Look look(Source source, String seen) {
        return looks.get(new Listening(source, seen), listening -> source.look(seen));
    }

    private void run(Source source, Look first, String seen, SseEmitter emitter) {
        try {
            Look look = first;
            String last = seen;
            long wait = SHORTEST_LOOK_MILLIS;
            long quiet = System.nanoTime();
            while (true) {
                for (Sent one : look.events()) {
                    emitter.send(SseEmitter.event().id(one.id()).name(one.name()).reconnectTime(2000).data(one.data()));
                    last = one.id();
                }
                if (look.ended()) {
                    emitter.complete();
                    return;
                }
                if (!look.events().isEmpty()) {
                    wait = SHORTEST_LOOK_MILLIS;
                    quiet = System.nanoTime();
                } else if (System.nanoTime() - quiet >= HEARTBEAT.toNanos()) {
                    emitter.send(SseEmitter.event().comment("still there"));
                    quiet = System.nanoTime();
                }
                Thread.sleep(wait);
                wait = Math.min(wait + wait / 4, LONGEST_LOOK_MILLIS);
                look = look(source, last);
            }
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("A listener has gone.", gone);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            emitter.complete();
        } catch (RuntimeException failed) {
            LOG.warn("What a listener follows cannot be looked at any more.", failed);
            emitter.completeWithError(failed);
        }
    }

    @Override
    public void destroy() {
        followers.shutdownNow();
    }
}
