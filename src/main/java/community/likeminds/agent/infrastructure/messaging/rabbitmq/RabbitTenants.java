package community.likeminds.agent.infrastructure.messaging.rabbitmq;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import community.likeminds.agent.infrastructure.messaging.Priority;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.shared.TenantStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Messages of an organisation that wait on the broker, dead letters among them. A queue cannot be searched, so each message that is there is taken once:
 * those of others go to its end, which the broker confirms before they are taken away from its front.
 */
final class RabbitTenants implements TenantStore {

    private static final long CONFIRM_MILLIS = 10_000;

    private final Broker broker;
    private final Topology topology;
    private final Supplier<Set<String>> queues;

    /** @param queues names of those that messages are sent to */
    RabbitTenants(Broker broker, Topology topology, Supplier<Set<String>> queues) {
        this.broker = broker;
        this.topology = topology;
        this.queues = queues;
    }

    @Override
    public String keeps() {
        return "messages";
    }

    @Override
    public long forget(TenantId tenant) {
        long forgotten = 0;
        try (Connection connection = broker.connect("likeminds-removal"); Channel channel = connection.createChannel()) {
            channel.confirmSelect();
            for (String queue : all(channel)) {
                forgotten += forget(channel, queue, tenant);
            }
            return forgotten;
        } catch (IOException | TimeoutException away) {
            throw Broker.unavailable(away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AgentException(
                    AgentException.Kind.CONFLICT, "removal-interrupted", "Messages were still being forgotten.", "Do it again.", stopped);
        }
    }

    private List<String> all(Channel channel) throws IOException {
        List<String> all = new ArrayList<>();
        for (String name : queues.get()) {
            topology.declare(channel, name);
            for (Priority priority : Priority.values()) {
                all.add(topology.queue(name, priority));
            }
        }
        topology.declareDeadLetters(channel);
        all.add(topology.deadLetters());
        return all;
    }

    private static long forget(Channel channel, String queue, TenantId tenant) throws IOException, InterruptedException, TimeoutException {
        long forgotten = 0;
        for (long left = channel.messageCount(queue); left > 0; left--) {
            GetResponse message = channel.basicGet(queue, false);
            if (message == null) {
                return forgotten;
            }
            if (Envelope.tenantOf(message.getProps()).equals(tenant.value())) {
                forgotten++;
            } else {
                channel.basicPublish("", queue, message.getProps(), message.getBody());
                channel.waitForConfirmsOrDie(CONFIRM_MILLIS);
            }
            channel.basicAck(message.getEnvelope().getDeliveryTag(), false);
        }
        return forgotten;
    }
}
