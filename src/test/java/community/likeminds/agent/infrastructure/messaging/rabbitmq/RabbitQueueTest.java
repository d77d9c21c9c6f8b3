package community.likeminds.agent.infrastructure.messaging.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import community.likeminds.agent.infrastructure.messaging.Consumption;
import community.likeminds.agent.infrastructure.messaging.Database;
import community.likeminds.agent.infrastructure.messaging.MessageQueue;
import community.likeminds.agent.infrastructure.messaging.MessageQueueContract;
import community.likeminds.agent.infrastructure.messaging.NewMessage;
import community.likeminds.agent.infrastructure.messaging.Priority;
import community.likeminds.agent.infrastructure.messaging.deadletter.JdbcDeadLetters;
import community.likeminds.agent.infrastructure.messaging.jdbc.MessageTable;
import community.likeminds.agent.services.RealRabbitMq;
import community.likeminds.agent.services.RealService;
import community.likeminds.agent.shared.TenantId;
import java.net.URI;
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
    void anOrganisationThatIsRemovedLeavesNoMessages() throws Exception {
        MessageQueue queues = processes.getFirst();
        TenantId leaving = new TenantId("leaving");
        for (int i = 0; i < 60; i++) {
            queues.send(queue, NewMessage.of(i % 3 == 0 ? leaving : TENANT, "m" + i).with(i % 2 == 0 ? Priority.NORMAL : Priority.HIGH));
        }
        Broker broker = new Broker(server.url(), server.user(), server.user());
        Topology topology = new Topology(prefix);
        try (Connection connection = broker.connect("test"); Channel channel = connection.createChannel()) {
            topology.declareDeadLetters(channel);
            for (TenantId tenant : List.of(leaving, TENANT)) {
                Envelope dead = new Envelope(queue, UUID.randomUUID().toString(), 1, NewMessage.of(tenant, "dead"));
                channel.basicPublish(topology.deadLetters(), "", dead.properties(), dead.body());
            }
            for (int tries = 0; tries < 100 && channel.messageCount(topology.deadLetters()) < 2; tries++) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            RabbitTenants messages = new RabbitTenants(broker, topology, () -> Set.of(queue));
            assertThat(messages.forget(leaving)).isEqualTo(20 + 1);
            assertThat(messages.forget(leaving)).isZero();
            assertThat(channel.messageCount(topology.deadLetters())).isEqualTo(1);
        }
        Set<String> seen = ConcurrentHashMap.newKeySet();
        Set<TenantId> tenants = ConcurrentHashMap.newKeySet();
        MessageQueue.Subscription reading = queues.consume(queue, Consumption.of(2), message -> {
            seen.add(message.body() + " " + message.id());
            tenants.add(message.tenant());
        });
        for (int tries = 0; tries < 300 && seen.size() < 40; tries++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        reading.close();
        assertThat(seen).hasSize(40);
        assertThat(tenants).containsExactly(TENANT);
    }

    @Test
    void aUserWithinTheAddressIsTakenAndAWrongOneIsToldApartFromABrokerThatIsAway() {
        URI host = URI.create("amqp://" + server.url().getHost() + ":" + server.url().getPort());
        URI whole = URI.create("amqp://" + server.user() + ":" + server.user() + "@" + host.getAuthority().replaceFirst(".*@", ""));
        MessageTable table = new MessageTable(database.jdbc(), database.transactions(), Clock.systemUTC());
        try (RabbitMessageQueue named = new RabbitMessageQueue(whole, "nobody", "wrong", prefix, table, deadLetters());
                RabbitMessageQueue stranger = new RabbitMessageQueue(host, "nobody", "wrong", prefix, table, deadLetters());
                RabbitMessageQueue nowhere = new RabbitMessageQueue(URI.create("amqp://127.0.0.1:1"), "nobody", "wrong", prefix, table, deadLetters())) {
            assertThatCode(named::check).doesNotThrowAnyException();
            assertThatThrownBy(stranger::check).hasMessageContaining("refuses the user or the password");
            assertThatThrownBy(nowhere::check).hasMessageContaining("does not answer");
        }
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
