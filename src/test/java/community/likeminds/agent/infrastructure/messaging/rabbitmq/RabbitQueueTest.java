package community.likeminds.agent.infrastructure.messaging.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.infrastructure.messaging.Consumption;
import community.likeminds.agent.infrastructure.messaging.Database;
import community.likeminds.agent.infrastructure.messaging.MessageQueue;
import community.likeminds.agent.infrastructure.messaging.MessageQueueContract;
import community.likeminds.agent.infrastructure.messaging.NewMessage;
import community.likeminds.agent.infrastructure.messaging.deadletter.JdbcDeadLetters;
import community.likeminds.agent.infrastructure.messaging.jdbc.MessageTable;
import community.likeminds.agent.services.RealRabbitMq;
import community.likeminds.agent.services.RealService;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealRabbitMq.class)
class RabbitQueueTest extends MessageQueueContract {

    private final RealService server;
    private final Database database = Database.h2();
    private final String prefix = "test-" + UUID.randomUUID();
    private final List<RabbitMessageQueue> processes = new ArrayList<>();

    RabbitQueueTest(RealService server) {
        this.server = server;
    }

    @Override
    protected MessageQueue process() {
        MessageTable table = new MessageTable(database.jdbc(), database.transactions(), Clock.systemUTC());
        RabbitMessageQueue process =
                new RabbitMessageQueue(server.url(), server.user(), server.user(), prefix, table, deadLetters());
        processes.add(process);
        return process;
    }

    @Override
    protected Database database() {
        return database;
    }

    @Override
    protected JdbcDeadLetters deadLetters() {
        return new JdbcDeadLetters(database.jdbc(), database.transactions(), processes::getFirst, Clock.systemUTC());
    }

    @AfterEach
    void closeAll() {
        processes.forEach(RabbitMessageQueue::close);
        database.close();
    }

    @Test
    void aBrokerThatStopsForAWhileLosesNothing() throws Exception {
        MessageQueue queues = processes.getFirst();
        Set<String> seen = ConcurrentHashMap.newKeySet();
        MessageQueue.Subscription living = queues.consume(queue, Consumption.of(2), message -> seen.add(message.body()));
        queues.send(queue, NewMessage.of(TENANT, "before"));
        server.stop();
        try {
            queues.send(queue, NewMessage.of(TENANT, "while it was away"));
        } finally {
            server.startAgain();
        }
        queues.send(queue, NewMessage.of(TENANT, "after"));
        for (int tries = 0; tries < 300 && seen.size() < 3; tries++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        living.close();
        assertThat(seen).containsExactlyInAnyOrder("before", "while it was away", "after");
    }
}
