package community.likeminds.agent.infrastructure.messaging.rabbitmq;

import community.likeminds.agent.infrastructure.messaging.Message;
import community.likeminds.agent.infrastructure.messaging.jdbc.MessageTable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;

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

    void add(List<Envelope> envelopes) {
        for (Envelope envelope : envelopes) {
            try {
                table.insert(PREFIX + envelope.queue(), List.of(envelope.id()), List.of(envelope.waiting()));
            } catch (DuplicateKeyException already) {
                LOG.debug("Message {} waits already.", envelope.id());
            }
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
        try {
            publisher.publish(due.stream().map(Envelope::ofWaiting).toList());
            due.forEach(message -> table.delete(message.id(), lease));
            if (away) {
                LOG.info("The broker takes messages again.");
                away = false;
            }
            return due.size() == BATCH;
        } catch (IOException lost) {
            if (!away) {
                LOG.warn("{} messages wait until the broker is back: {}", due.size(), lost.getMessage());
                away = true;
            }
            due.forEach(message -> table.retry(message.id(), lease, AGAIN));
            return false;
        }
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
