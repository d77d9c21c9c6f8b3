package community.likeminds.agent.infrastructure.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.infrastructure.messaging.MessageQueue.Subscription;
import community.likeminds.agent.infrastructure.messaging.deadletter.JdbcDeadLetters;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every queue does, whatever carries it. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class MessageQueueContract {

    protected static final TenantId TENANT = new TenantId("acme");
    private static final Retry QUICK = new Retry(3, Duration.ofMillis(50), Duration.ofMillis(100));

    protected final String queue = "test." + UUID.randomUUID();
    private final List<AutoCloseable> opened = new ArrayList<>();
    private MessageQueue queues;

    /** A process of its own that uses the queues, with connections of its own where the broker has any. */
    protected abstract MessageQueue process();

    protected abstract Database database();

    protected abstract JdbcDeadLetters deadLetters();

    @BeforeEach
    void connect() {
        queues = process();
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable one : opened.reversed()) {
            one.close();
        }
    }

    private Subscription consume(MessageQueue process, Consumption how, MessageHandler handler) {
        Subscription subscription = process.consume(queue, how, handler);
        opened.add(subscription);
        return subscription;
    }

    private static void await(Semaphore arrivals, int count) throws InterruptedException {
        assertThat(arrivals.tryAcquire(count, 60, TimeUnit.SECONDS)).as("%s arrivals", count).isTrue();
    }

    private void eventually(MessageQueue.Depth expected) throws InterruptedException {
        for (int tries = 0; tries < 200 && !queues.depth(queue).equals(expected); tries++) {
            Thread.sleep(50);
        }
        assertThat(queues.depth(queue)).isEqualTo(expected);
    }

    @Test
    void deliversWhatWasSentAndThenForgetsIt() throws Exception {
        String id = queues.send(
                queue, NewMessage.of(TENANT, "{\"naïve\":\"✓\"}").with(Map.of("traceparent", "00-1")).with(Priority.HIGH));
        Semaphore arrivals = new Semaphore(0);
        List<Message> arrived = new ArrayList<>();
        consume(queues, Consumption.of(1), message -> {
            arrived.add(message);
            arrivals.release();
        });
        await(arrivals, 1);
        assertThat(arrived)
                .containsExactly(new Message(id, TENANT, "{\"naïve\":\"✓\"}", Map.of("traceparent", "00-1"), Priority.HIGH, 1));
        eventually(new MessageQueue.Depth(0, 0, 0));
    }

    @Test
    void urgentMessagesOvertakeOthersAndTheRestKeepsItsOrder() throws Exception {
        queues.sendAll(
                queue,
                List.of(
                        NewMessage.of(TENANT, "low").with(Priority.LOW),
                        NewMessage.of(TENANT, "first"),
                        NewMessage.of(TENANT, "second"),
                        NewMessage.of(TENANT, "urgent").with(Priority.HIGH)));
        ConcurrentLinkedQueue<String> order = new ConcurrentLinkedQueue<>();
        Semaphore arrivals = new Semaphore(0);
        consume(queues, Consumption.of(1), message -> {
            order.add(message.body());
            // Whoever is slow lets the more urgent ones catch up.
            Thread.sleep(100);
            arrivals.release();
        });
        await(arrivals, 4);
        List<String> seen = List.copyOf(order);
        assertThat(seen).containsExactlyInAnyOrder("urgent", "first", "second", "low");
        assertThat(seen.indexOf("urgent")).isLessThanOrEqualTo(1);
        assertThat(seen.indexOf("first")).isLessThan(seen.indexOf("second"));
    }

    @Test
    void aMessageWithADelayWaitsForItsTime() throws Exception {
        queues.send(queue, NewMessage.of(TENANT, "later").after(Duration.ofSeconds(2)));
        queues.send(queue, NewMessage.of(TENANT, "now"));
        ConcurrentLinkedQueue<String> order = new ConcurrentLinkedQueue<>();
        Semaphore arrivals = new Semaphore(0);
        consume(queues, Consumption.of(2), message -> {
            order.add(message.body());
            arrivals.release();
        });
        await(arrivals, 2);
        assertThat(order).containsExactly("now", "later");
    }

    @Test
    void severalProcessesShareTheWorkAndNobodyDoesItTwice() throws Exception {
        int count = 300;
        List<NewMessage> messages = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            messages.add(NewMessage.of(TENANT, Integer.toString(number)));
        }
        Map<String, Integer> seen = new ConcurrentHashMap<>();
        Semaphore arrivals = new Semaphore(0);
        for (int process = 0; process < 3; process++) {
            consume(process(), Consumption.of(4), message -> {
                seen.merge(message.body(), 1, Integer::sum);
                arrivals.release();
            });
        }
        queues.sendAll(queue, messages);
        await(arrivals, count);
        eventually(new MessageQueue.Depth(0, 0, 0));
        assertThat(seen).hasSize(count);
        assertThat(seen.values()).containsOnly(1);
    }

    @Test
    void whatFailsIsTriedAgainUnderTheSameId() throws Exception {
        String id = queues.send(queue, NewMessage.of(TENANT, "x"));
        List<String> attempts = new ArrayList<>();
        Semaphore arrivals = new Semaphore(0);
        consume(queues, Consumption.of(1).with(QUICK), message -> {
            attempts.add(message.id() + " " + message.attempt());
            arrivals.release();
            if (message.attempt() < 3) {
                throw new IllegalStateException("not yet");
            }
        });
        await(arrivals, 3);
        assertThat(attempts).containsExactly(id + " 1", id + " 2", id + " 3");
        eventually(new MessageQueue.Depth(0, 0, 0));
        assertThat(deadLetters().list(TENANT, 10)).isEmpty();
    }

    @Test
    void whatFailsEveryTimeBecomesADeadLetterThatCanBeSentAgain() throws Exception {
        String id = queues.send(queue, NewMessage.of(TENANT, "x").with(Map.of("a", "b")));
        AtomicInteger attempts = new AtomicInteger();
        Semaphore arrivals = new Semaphore(0);
        consume(queues, Consumption.of(1).with(QUICK), message -> {
            arrivals.release();
            if (attempts.incrementAndGet() <= 3) {
                throw new IllegalStateException("broken");
            }
        });
        await(arrivals, 3);
        DeadLetter letter = awaitLetter();
        assertThat(letter.id()).isEqualTo(id);
        assertThat(letter.queue()).isEqualTo(queue);
        assertThat(letter.headers()).containsEntry("a", "b");
        assertThat(letter.attempts()).isEqualTo(3);
        assertThat(letter.reason()).contains("broken");
        assertThat(deadLetters().find(new TenantId("other"), id)).isEmpty();
        assertThat(deadLetters().redrive(new TenantId("other"), id)).isFalse();

        assertThat(deadLetters().redrive(TENANT, id)).isTrue();
        await(arrivals, 1);
        assertThat(deadLetters().redrive(TENANT, id)).isFalse();
        assertThat(deadLetters().list(TENANT, 10)).isEmpty();
    }

    @Test
    void whatEndsWithAnErrorComesAgainAndTheNextOnesToo() throws Exception {
        queues.sendAll(queue, List.of(NewMessage.of(TENANT, "x"), NewMessage.of(TENANT, "next")));
        Semaphore done = new Semaphore(0);
        consume(queues, Consumption.of(1).with(QUICK), message -> {
            if (message.body().equals("x") && message.attempt() == 1) {
                throw new StackOverflowError();
            }
            done.release();
        });
        await(done, 2);
        eventually(new MessageQueue.Depth(0, 0, 0));
        assertThat(deadLetters().list(TENANT, 10)).isEmpty();
    }

    private DeadLetter awaitLetter() throws InterruptedException {
        for (int tries = 0; tries < 200 && deadLetters().list(TENANT, 10).isEmpty(); tries++) {
            Thread.sleep(50);
        }
        assertThat(deadLetters().list(TENANT, 10)).hasSize(1);
        return deadLetters().list(TENANT, 10).getFirst();
    }

    @Test
    void anErrorThatNoRepetitionMendsIsNotRepeated() throws Exception {
        queues.send(queue, NewMessage.of(TENANT, "x"));
        AtomicInteger attempts = new AtomicInteger();
        consume(queues, Consumption.of(1).with(QUICK), message -> {
            attempts.incrementAndGet();
            throw AgentException.badInput("body-unreadable", "The body is no JSON.", "Send JSON.");
        });
        assertThat(awaitLetter().code()).isEqualTo("body-unreadable");
        assertThat(attempts).hasValue(1);
        assertThat(deadLetters().discard(TENANT, awaitLetter().id())).isTrue();
        assertThat(deadLetters().list(TENANT, 10)).isEmpty();
    }

    @Test
    void aMessageOfATransactionThatIsRolledBackWasNeverSent() throws Exception {
        database().transaction().executeWithoutResult(status -> {
            queues.send(queue, NewMessage.of(TENANT, "never"));
            status.setRollbackOnly();
        });
        Semaphore arrivals = new Semaphore(0);
        ConcurrentLinkedQueue<String> order = new ConcurrentLinkedQueue<>();
        consume(queues, Consumption.of(1), message -> {
            order.add(message.body());
            arrivals.release();
        });
        CountDownLatch inside = new CountDownLatch(1);
        database().transaction().executeWithoutResult(status -> {
            queues.send(queue, NewMessage.of(TENANT, "committed"));
            try {
                assertThat(arrivals.tryAcquire(700, TimeUnit.MILLISECONDS)).as("arrived before the commit").isFalse();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
            inside.countDown();
        });
        await(arrivals, 1);
        assertThat(order).containsExactly("committed");
    }

    @Test
    void closingGivesBackWhatIsNotDone() throws Exception {
        queues.send(queue, NewMessage.of(TENANT, "x"));
        Semaphore begun = new Semaphore(0);
        Subscription first = queues.consume(queue, Consumption.of(1), message -> {
            begun.release();
            new CountDownLatch(1).await();
        });
        await(begun, 1);
        first.close();

        Semaphore arrivals = new Semaphore(0);
        consume(process(), Consumption.of(1), message -> arrivals.release());
        await(arrivals, 1);
    }

    @Test
    void aHandlerMayTakeLongerThanTheLease() throws Exception {
        queues.send(queue, NewMessage.of(TENANT, "slow"));
        Set<Thread> handlers = ConcurrentHashMap.newKeySet();
        Semaphore arrivals = new Semaphore(0);
        Consumption how = Consumption.of(1).withLease(Duration.ofSeconds(1));
        MessageHandler slow = message -> {
            handlers.add(Thread.currentThread());
            Thread.sleep(3_000);
            arrivals.release();
        };
        consume(queues, how, slow);
        consume(process(), how, slow);
        await(arrivals, 1);
        eventually(new MessageQueue.Depth(0, 0, 0));
        assertThat(handlers).hasSize(1);
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        assertThatThrownBy(() -> NewMessage.of(TENANT, "x".repeat(NewMessage.MAX_BODY_BYTES + 1)))
                .isInstanceOf(AgentException.class)
                .hasMessageContaining("bytes");
        queues.send(queue, NewMessage.of(TENANT, "x".repeat(NewMessage.MAX_BODY_BYTES)));
        assertThat(queues.depth(queue).ready()).isEqualTo(1);
    }
}
