package community.likeminds.agent.infrastructure.messaging.jdbc;

import community.likeminds.agent.infrastructure.messaging.Consumption;
import community.likeminds.agent.infrastructure.messaging.Message;
import community.likeminds.agent.infrastructure.messaging.MessageHandler;
import community.likeminds.agent.infrastructure.messaging.MessageQueue;
import community.likeminds.agent.infrastructure.messaging.deadletter.DeadLetterHandler;
import community.likeminds.agent.infrastructure.messaging.deadletter.Failure;
import community.likeminds.agent.shared.RunningProcess;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread looks for messages and keeps their leases; each message is handled on a virtual thread of its own. */
final class JdbcSubscription implements MessageQueue.Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcSubscription.class);
    private static final int BATCH = 64;
    private static final long GATHER_MILLIS = 2;
    private static final long LOOK_MILLIS = 500;
    private static final long TROUBLE_MILLIS = 2_000;
    private static final long CLOSE_MILLIS = 10_000;
    private static final long VISIT_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final String queue;
    private final Consumption how;
    private final MessageHandler handler;
    private final MessageTable table;
    private final DeadLetterHandler deadLetters;
    private final Consumer<JdbcSubscription> closed;
    private final String lease = RunningProcess.current() + "/" + UUID.randomUUID();
    private final Semaphore free;
    private final Semaphore news = new Semaphore(0);
    private final Map<String, Thread> handling = new ConcurrentHashMap<>();
    private final Settlement settlement = new Settlement(this::settle);
    private final Thread thread;
    private volatile boolean closing;
    private boolean more;
    private long renewedAt = System.nanoTime();
    private long visitedAt = System.nanoTime() - VISIT_NANOS;

    JdbcSubscription(
            String queue,
            Consumption how,
            MessageHandler handler,
            MessageTable table,
            DeadLetterHandler deadLetters,
            Consumer<JdbcSubscription> closed) {
        this.queue = queue;
        this.how = how;
        this.handler = handler;
        this.table = table;
        this.deadLetters = deadLetters;
        this.closed = closed;
        this.free = new Semaphore(how.parallel());
        this.thread = Thread.ofPlatform().daemon().name("queue-" + queue).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void wake() {
        news.release();
    }

    private void run() {
        while (!closing || !handling.isEmpty()) {
            try {
                renewWhenDue();
                visitWhenDue();
                if (closing || !takeSome()) {
                    news.tryAcquire(Math.min(LOOK_MILLIS, how.lease().toMillis() / 3), TimeUnit.MILLISECONDS);
                    news.drainPermits();
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException trouble) {
                LOG.warn("Messages of {} cannot be fetched now: {}", queue, trouble.getMessage());
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(TROUBLE_MILLIS);
        } catch (InterruptedException stopped) {
            closing = true;
        }
    }

    /** True when there may be more to take at once. */
    private boolean takeSome() throws InterruptedException {
        int room = Math.min(free.availablePermits(), BATCH);
        if (more && room < how.parallel() / 2) {
            // Those that are being handled now may be done at once, and taking many costs as much as taking one.
            Thread.sleep(GATHER_MILLIS);
            room = Math.min(free.availablePermits(), BATCH);
        }
        if (room == 0) {
            return false;
        }
        List<Message> taken = table.claim(queue, lease, room, how.lease());
        for (Message message : taken) {
            free.acquireUninterruptibly();
            Thread worker = Thread.ofVirtual().name("message-" + message.id()).unstarted(() -> handle(message));
            handling.put(message.id(), worker);
            worker.start();
        }
        more = taken.size() == room;
        return more;
    }

    private void renewWhenDue() {
        if (System.nanoTime() - renewedAt > how.lease().toNanos() / 3) {
            renewedAt = System.nanoTime();
            table.renew(List.copyOf(handling.keySet()), lease, how.lease());
        }
    }

    /** On the same machine a process that is gone is known to be gone; its messages need not wait for the end of their lease. */
    private void visitWhenDue() {
        if (!closing && System.nanoTime() - visitedAt > VISIT_NANOS) {
            visitedAt = System.nanoTime();
            table.leases(queue).stream()
                    .filter(held -> RunningProcess.parse(held.substring(0, Math.max(0, held.lastIndexOf('/')))).filter(RunningProcess::gone).isPresent())
                    .forEach(table::release);
        }
    }

    private void handle(Message message) {
        boolean handled = false;
        try {
            handled = handled(message);
        } catch (RuntimeException trouble) {
            unrecorded(List.of(message.id()), trouble);
        } finally {
            if (handled) {
                settlement.done(message.id());
            } else {
                ended(List.of(message.id()));
            }
        }
    }

    private void settle(List<String> ids) {
        try {
            int settled = table.delete(ids, lease);
            if (settled < ids.size()) {
                LOG.warn("{} of the messages {} of {} were taken over by other processes before they were done here.", ids.size() - settled, ids, queue);
            }
        } catch (RuntimeException trouble) {
            unrecorded(ids, trouble);
        } finally {
            ended(ids);
        }
    }

    private void unrecorded(List<String> ids, RuntimeException trouble) {
        // The lease ends by itself, and the message comes again.
        LOG.warn("Messages {} of {} were handled, but that cannot be recorded: {}", ids, queue, trouble.getMessage());
    }

    private void ended(List<String> ids) {
        ids.forEach(handling::remove);
        free.release(ids.size());
        news.release();
    }

    /** Whether it was done; otherwise it is settled already: put off, given back or buried. */
    private boolean handled(Message message) {
        if (message.attempt() > how.retry().attempts()) {
            bury(message, Failure.LOST);
            return false;
        }
        try {
            handler.handle(message);
            return true;
        } catch (InterruptedException stopped) {
            Thread.interrupted();
            table.giveBack(message.id(), lease);
        } catch (Exception | Error failure) {
            Failure why = Failure.of(failure);
            if (why.forGood() || message.attempt() >= how.retry().attempts()) {
                bury(message, why);
            } else {
                LOG.info("Message {} of {} failed and will be tried again: {}", message.id(), queue, why.reason());
                table.retry(message.id(), lease, how.retry().after(message.attempt()));
            }
        }
        return false;
    }

    private void bury(Message message, Failure why) {
        deadLetters.bury(queue, message, why, () -> table.delete(message.id(), lease));
    }

    @Override
    public void close() {
        closing = true;
        closed.accept(this);
        news.release();
        try {
            thread.join(CLOSE_MILLIS);
            handling.values().forEach(Thread::interrupt);
            thread.join(CLOSE_MILLIS);
            thread.interrupt();
        } catch (InterruptedException impatient) {
            handling.values().forEach(Thread::interrupt);
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
