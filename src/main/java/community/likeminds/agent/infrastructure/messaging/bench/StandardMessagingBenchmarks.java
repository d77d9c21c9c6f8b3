package community.likeminds.agent.infrastructure.messaging.bench;

import community.likeminds.agent.infrastructure.messaging.Consumption;
import community.likeminds.agent.infrastructure.messaging.MessageQueue;
import community.likeminds.agent.infrastructure.messaging.MessagingBenchmarks;
import community.likeminds.agent.infrastructure.messaging.NewMessage;
import community.likeminds.agent.infrastructure.messaging.deadletter.DeadLetterHandler;
import community.likeminds.agent.infrastructure.messaging.jdbc.JdbcMessageQueue;
import community.likeminds.agent.infrastructure.messaging.jdbc.MessageTable;
import community.likeminds.agent.infrastructure.messaging.rabbitmq.RabbitMessageQueue;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** Each queue and its peer take turns, so that what the machine does besides hits both. */
@Component
class StandardMessagingBenchmarks implements MessagingBenchmarks {

    private static final TenantId TENANT = new TenantId("bench");
    private static final int BATCH = 100;
    private static final int PARALLEL = 50;
    private static final int ROUNDS = 3;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final String BODY = "x".repeat(200);

    private final JdbcTemplate jdbc;
    private final PlatformTransactionManager transactions;
    private final DeadLetterHandler deadLetters;
    private final String user;
    private final String password;

    StandardMessagingBenchmarks(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            DeadLetterHandler deadLetters,
            @Value("${likeminds.messaging.rabbitmq.user:guest}") String user,
            @Value("${likeminds.messaging.rabbitmq.password:guest}") String password) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.deadLetters = deadLetters;
        this.user = user;
        this.password = password;
    }

    @Override
    public List<Measurement> run(Request request, Progress progress) {
        int messages = Math.max(BATCH, request.messages());
        if (request.broker().isEmpty()) {
            return List.of(table(messages, progress));
        }
        URI address = address(request.broker());
        String prefix = "likeminds-bench-" + UUID.randomUUID();
        // A broker that cannot be used is told of before the minutes that the database takes.
        try (RabbitMessageQueue queue = queue(address, prefix)) {
            queue.check();
        }
        return List.of(table(messages, progress), broker(messages, address, prefix, progress));
    }

    /** One of the two that are compared. */
    @FunctionalInterface
    private interface Side {
        void pass(int messages) throws Exception;
    }

    private Measurement table(int messages, Progress progress) {
        JdbcMessageQueue queue = new JdbcMessageQueue(jdbc, transactions, deadLetters, Clock.systemUTC());
        PlainInserts inserts = new PlainInserts(jdbc, transactions);
        double[] rates = compared("Queue in the database", messages, progress, count -> sentAndHandled(queue, count), count -> inserts.insert(count, BATCH, BODY));
        return new Measurement(
                "queue in the database, sent and handled", rates[0], "messages/s", "inserts and deletes of the same rows", rates[1],
                messages + " messages of 200 bytes, " + BATCH + " at a time, median of " + ROUNDS);
    }

    private static URI address(String given) {
        try {
            URI address = new URI(given);
            if (address.getHost() == null || !Set.of("amqp", "amqps").contains(String.valueOf(address.getScheme()))) {
                throw new URISyntaxException(given, "not a broker's");
            }
            return address;
        } catch (URISyntaxException wrong) {
            throw new AgentException(
                    AgentException.Kind.BAD_INPUT, "bench-broker", "--broker is not the address of a RabbitMQ server.",
                    "Write it as amqp://user:password@host:5672.", wrong);
        }
    }

    private RabbitMessageQueue queue(URI address, String prefix) {
        return new RabbitMessageQueue(address, user, password, prefix, new MessageTable(jdbc, transactions, Clock.systemUTC()), deadLetters);
    }

    private Measurement broker(int messages, URI address, String prefix, Progress progress) {
        try (RawRabbit raw = RawRabbit.connect(address, user, password, prefix)) {
            double[] rates;
            try (RabbitMessageQueue queue = queue(address, prefix)) {
                rates = compared(
                        "Queue on RabbitMQ", messages, progress, count -> sentAndHandled(queue, count), count -> raw.sentAndHandled(count, BATCH, PARALLEL, BODY));
            } finally {
                raw.removeAll();
            }
            return new Measurement(
                    "queue on RabbitMQ, sent and handled", rates[0], "messages/s", "RabbitMQ's client, quorum queue, confirms and acks", rates[1],
                    messages + " messages of 200 bytes, " + BATCH + " at a time, median of " + ROUNDS);
        } catch (IOException away) {
            throw new AgentException(
                    AgentException.Kind.UNAVAILABLE, "broker-unavailable", "The message broker at " + address.getHost() + " does not answer.",
                    "Check that RabbitMQ runs, and the address, user and password.", away);
        }
    }

    /** Medians of messages in a second: ours, the peer's. */
    private static double[] compared(String stage, int messages, Progress progress, Side ours, Side peer) {
        List<Double> own = new ArrayList<>();
        List<Double> others = new ArrayList<>();
        rate(ours, messages / 4);
        rate(peer, messages / 4);
        for (int round = 0; round < ROUNDS; round++) {
            progress.report(stage, round, ROUNDS, "");
            own.add(rate(ours, messages));
            others.add(rate(peer, messages));
        }
        Collections.sort(own);
        Collections.sort(others);
        return new double[] {own.get(ROUNDS / 2), others.get(ROUNDS / 2)};
    }

    private static double rate(Side side, int messages) {
        long start = System.nanoTime();
        try {
            side.pass(messages);
        } catch (RuntimeException known) {
            throw known;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
        return messages / ((System.nanoTime() - start) / 1e9);
    }

    private static void sentAndHandled(MessageQueue queue, int messages) throws InterruptedException {
        CountDownLatch handled = new CountDownLatch(messages);
        List<NewMessage> batch = Collections.nCopies(BATCH, NewMessage.of(TENANT, BODY));
        try (MessageQueue.Subscription subscription = queue.consume("bench", Consumption.of(PARALLEL), message -> handled.countDown())) {
            for (int sent = 0; sent < messages; sent += BATCH) {
                queue.sendAll("bench", batch.subList(0, Math.min(BATCH, messages - sent)));
            }
            if (!handled.await(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AgentException(
                        AgentException.Kind.UNAVAILABLE, "bench-too-slow", "The messages were not handled within " + LONGEST.toMinutes() + " minutes.",
                        "Measure with fewer messages.");
            }
        }
    }
}
