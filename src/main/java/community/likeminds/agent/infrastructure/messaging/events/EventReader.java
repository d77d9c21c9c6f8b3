package community.likeminds.agent.infrastructure.messaging.events;

import community.likeminds.agent.infrastructure.messaging.Event;
import community.likeminds.agent.infrastructure.messaging.EventBus.EventHandler;
import community.likeminds.agent.infrastructure.messaging.Message;
import community.likeminds.agent.infrastructure.messaging.MessageQueue;
import community.likeminds.agent.infrastructure.messaging.Priority;
import community.likeminds.agent.infrastructure.messaging.Retry;
import community.likeminds.agent.infrastructure.messaging.deadletter.DeadLetterHandler;
import community.likeminds.agent.infrastructure.messaging.deadletter.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads on for one consumer while this process is the one that does; others stand by until its lease ends. */
final class EventReader implements MessageQueue.Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(EventReader.class);
    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final Retry RETRY = new Retry(10, Duration.ofMillis(200), Duration.ofSeconds(30));
    private static final String TYPE = "event-type";
    private static final String POSITION = "event-position";
    private static final String AT = "event-at";
    private static final int BATCH = 100;
    private static final long LOOK_MILLIS = 500;
    private static final long CLOSE_MILLIS = 10_000;

    private final String consumer;
    private final Set<String> types;
    private final EventHandler handler;
    private final EventLog log;
    private final DeadLetterHandler deadLetters;
    private final Consumer<EventReader> closed;
    private final String lease = UUID.randomUUID().toString();
    private final Semaphore news = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closing;

    EventReader(
            String consumer,
            Set<String> types,
            EventHandler handler,
            EventLog log,
            DeadLetterHandler deadLetters,
            Consumer<EventReader> closed) {
        this.consumer = consumer;
        this.types = Set.copyOf(types);
        this.handler = handler;
        this.log = log;
        this.deadLetters = deadLetters;
        this.closed = closed;
        this.thread = Thread.ofPlatform().daemon().name("events-" + consumer).unstarted(this::run);
    }

    /** Where its dead letters come from, and go to when they are sent again. */
    static String queue(String consumer) {
        return "events." + consumer;
    }

    static Event event(Message letter) {
        Map<String, String> headers = letter.headers();
        return new Event(
                Long.parseLong(headers.getOrDefault(POSITION, "0")),
                letter.tenant(),
                headers.getOrDefault(TYPE, ""),
                letter.body(),
                Instant.parse(headers.getOrDefault(AT, Instant.EPOCH.toString())));
    }

    void start() {
        thread.start();
    }

    void wake() {
        news.release();
    }

    private void run() {
        try {
            while (!closing) {
                long wait = LOOK_MILLIS;
                try {
                    wait = read();
                } catch (RuntimeException trouble) {
                    LOG.warn("{} cannot read events now: {}", consumer, trouble.getMessage());
                }
                if (news.tryAcquire(wait, TimeUnit.MILLISECONDS)) {
                    news.drainPermits();
                }
            }
        } catch (InterruptedException stopped) {
            LOG.debug("{} no longer reads events.", consumer);
        } finally {
            release();
        }
    }

    private void release() {
        try {
            log.release(consumer, lease);
        } catch (RuntimeException away) {
            LOG.debug("The lease of {} ends by itself.", consumer);
        }
    }

    /** Returns how many milliseconds to wait before reading again. */
    private long read() throws InterruptedException {
        Optional<EventLog.Standing> standing = log.acquire(consumer, lease, LEASE);
        if (standing.isEmpty()) {
            return LOOK_MILLIS;
        }
        List<Event> events = log.after(standing.get().position(), BATCH);
        for (Event event : events) {
            if (closing) {
                return 0;
            }
            if (types.isEmpty() || types.contains(event.type())) {
                // A handler may be slow; the lease counts from now.
                if (log.acquire(consumer, lease, LEASE).isEmpty()) {
                    return LOOK_MILLIS;
                }
                long wait = handle(event);
                if (wait > 0) {
                    return wait;
                }
            }
            if (!log.moveTo(consumer, lease, event.position())) {
                return LOOK_MILLIS;
            }
        }
        return events.size() == BATCH ? 0 : LOOK_MILLIS;
    }

    /** Returns 0 when the consumer may go on, else how many milliseconds to wait before the event is tried again. */
    private long handle(Event event) throws InterruptedException {
        try {
            handler.handle(event);
            return 0;
        } catch (InterruptedException stopped) {
            throw stopped;
        } catch (Exception failure) {
            Failure why = Failure.of(failure);
            int failures = log.failed(consumer, lease);
            if (!why.forGood() && failures < RETRY.attempts()) {
                LOG.info("{} failed at event {} and tries again: {}", consumer, event.position(), why.reason());
                return RETRY.after(failures).toMillis();
            }
            Message letter = new Message(
                    UUID.randomUUID().toString(),
                    event.tenant(),
                    event.body(),
                    Map.of(TYPE, event.type(), POSITION, Long.toString(event.position()), AT, event.at().toString()),
                    Priority.NORMAL,
                    failures);
            deadLetters.bury(queue(consumer), letter, why, () -> true);
            return 0;
        }
    }

    @Override
    public void close() {
        closing = true;
        closed.accept(this);
        news.release();
        try {
            thread.join(CLOSE_MILLIS);
            thread.interrupt();
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException impatient) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
