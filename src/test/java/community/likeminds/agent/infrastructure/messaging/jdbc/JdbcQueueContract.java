package community.likeminds.agent.infrastructure.messaging.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import community.likeminds.agent.infrastructure.messaging.Consumption;
import community.likeminds.agent.infrastructure.messaging.Database;
import community.likeminds.agent.infrastructure.messaging.Message;
import community.likeminds.agent.infrastructure.messaging.MessageQueue;
import community.likeminds.agent.infrastructure.messaging.MessageQueueContract;
import community.likeminds.agent.infrastructure.messaging.NewMessage;
import community.likeminds.agent.infrastructure.messaging.deadletter.JdbcDeadLetters;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the table adds to the contract: a consumer that dies is noticed by the end of its lease. */
abstract class JdbcQueueContract extends MessageQueueContract {

    private MessageQueue any;

    @BeforeEach
    void open() {
        any = process();
    }

    @AfterEach
    void drop() {
        database().close();
    }

    @Override
    protected MessageQueue process() {
        return new JdbcMessageQueue(database().jdbc(), database().transactions(), deadLetters(), Clock.systemUTC());
    }

    @Override
    protected JdbcDeadLetters deadLetters() {
        return new JdbcDeadLetters(database().jdbc(), database().transactions(), () -> any, Clock.systemUTC());
    }

    @Test
    void aMessageOfADeadProcessComesBackWhenItsLeaseEnds() throws Exception {
        any.send(queue, NewMessage.of(TENANT, "x"));
        MessageTable table = new MessageTable(database().jdbc(), database().transactions(), Clock.systemUTC());
        assertThat(table.claim(queue, "dead", 10, Duration.ofSeconds(2))).hasSize(1);
        assertThat(any.depth(queue)).isEqualTo(new MessageQueue.Depth(0, 0, 1));

        Semaphore arrivals = new Semaphore(0);
        try (MessageQueue.Subscription living = any.consume(queue, Consumption.of(1), message -> arrivals.release(message.attempt()))) {
            assertThat(arrivals.tryAcquire(2, 30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(table.delete("dead", "dead")).isFalse();
    }

    @Test
    void aMessageThatKillsEveryProcessIsBuriedAtLast() throws Exception {
        String id = any.send(queue, NewMessage.of(TENANT, "poison"));
        database().jdbc().update("update messages set attempts = 5 where id = ?", id);
        try (MessageQueue.Subscription living = any.consume(queue, Consumption.of(1), message -> {
            throw new AssertionError("It must not be tried again.");
        })) {
            for (int tries = 0; tries < 200 && deadLetters().list(TENANT, 1).isEmpty(); tries++) {
                Thread.sleep(50);
            }
        }
        assertThat(deadLetters().list(TENANT, 10)).extracting("id", "code").containsExactly(tuple(id, "consumer-lost"));
        assertThat(List.of(any.depth(queue).ready(), any.depth(queue).held())).containsOnly(0L);
    }

    /** Both are in the middle of taking, so that neither sees what the other will have. */
    @Test
    void twoThatTakeAtTheSameMomentGetDifferentMessagesAndLeaveNone() {
        MessageTable table = new MessageTable(database().jdbc(), database().transactions(), Clock.systemUTC());
        any.sendAll(queue, IntStream.range(0, 10).mapToObj(number -> NewMessage.of(TENANT, "m" + number)).toList());
        List<String> others = database().transaction().execute(open -> {
            assertThat(table.claim(queue, "one", 3, Duration.ofMinutes(1))).extracting(Message::body).containsExactly("m0", "m1", "m2");
            return CompletableFuture.supplyAsync(() -> Stream.generate(() -> table.claim(queue, "two", 3, Duration.ofMinutes(1)))
                            .takeWhile(taken -> !taken.isEmpty())
                            .flatMap(List::stream)
                            .map(Message::body)
                            .toList())
                    .orTimeout(30, TimeUnit.SECONDS)
                    .join();
        });
        assertThat(others).containsExactly("m3", "m4", "m5", "m6", "m7", "m8", "m9");
    }
}
