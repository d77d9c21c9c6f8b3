package community.likeminds.agent.infrastructure.messaging.rabbitmq;

import community.likeminds.agent.infrastructure.messaging.Message;
import community.likeminds.agent.infrastructure.messaging.NewMessage;
import community.likeminds.agent.infrastructure.messaging.jdbc.MessageTable;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where messages wait that cannot go to the broker yet: their transaction is open, their time has not come, or the broker is away. One
 * thread of every process sends what is due.
 */
final class Outbox implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final String PREFIX = "outbox:";
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final int BATCH = 200;
    private static final long LOOK_MILLIS = 500;

    private final MessageTable table;
    private final Publisher publisher;
    private final String lease = UUID.randomUUID().toString();
    private final Semaphore news = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closing;
    private boolean away;

    Outbox(MessageTable table, Publisher publisher) {
        this.table = table;
        this.publisher = publisher;
        this.thread = Thread.ofPlatform().daemon().name("message-outbox").start(this::run);
    }

    /** Each attempt has a row of its own: the one before may still be there when the next has failed already. */
    void add(List<Envelope> envelopes) {
        for (Envelope envelope : envelopes) {
            NewMessage waiting = envelope.waiting();
            table.insert(PREFIX + envelope.queue(), MessageTable.ids(List.of(waiting)), List.of(waiting));
        }
    }

    void wake() {
        news.release();
    }

    long held(String queue) {
        var depth = table.depth(PREFIX + queue);
        return depth.ready() + depth.held() + depth.taken();
    }

    private void run() {
        while (!closing) {
            try {
                if (!relay()) {
                    news.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                    news.drainPermits();
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException trouble) {
                LOG.warn("Waiting messages cannot be read now: {}", trouble.getMessage());
                pause();
            }
        }
    }

    /** True when there may be more that is due. */
    private boolean relay() {
        List<Message> due = table.claim(PREFIX + "%", lease, BATCH, LEASE);
        if (due.isEmpty()) {
            return false;
        }
        List<Envelope> envelopes = due.stream().map(Envelope::ofWaiting).toList();
        Set<Envelope> unconfirmed = Collections.newSetFromMap(new IdentityHashMap<>());
        unconfirmed.addAll(publisher.publish(envelopes));
        for (int index = 0; index < envelopes.size(); index++) {
            String row = due.get(index).id();
            if (unconfirmed.contains(envelopes.get(index))) {
                table.retry(row, lease, AGAIN);
            } else {
                table.delete(row, lease);
            }
        }
        if (!unconfirmed.isEmpty() && !away) {
            LOG.warn("{} messages wait until the broker takes them.", unconfirmed.size());
        } else if (unconfirmed.isEmpty() && away) {
            LOG.info("The broker takes messages again.");
        }
        away = !unconfirmed.isEmpty();
        return !away && due.size() == BATCH;
    }

    private void pause() {
        try {
            Thread.sleep(AGAIN);
        } catch (InterruptedException stopped) {
            closing = true;
        }
    }

    @Override
    public void close() {
        closing = true;
        news.release();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(15));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }
}
