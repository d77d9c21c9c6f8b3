package community.likeminds.agent.infrastructure.messaging.rabbitmq;

import community.likeminds.agent.infrastructure.messaging.Consumption;
import community.likeminds.agent.infrastructure.messaging.MessageHandler;
import community.likeminds.agent.infrastructure.messaging.MessageQueue;
import community.likeminds.agent.infrastructure.messaging.NewMessage;
import community.likeminds.agent.infrastructure.messaging.deadletter.DeadLetterHandler;
import community.likeminds.agent.infrastructure.messaging.jdbc.MessageTable;
import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Queues on RabbitMQ. What belongs to a transaction, has to wait, or cannot be sent now goes through a table, so that a state and its
 * message cannot part and a broker that is away fails nobody.
 */
public final class RabbitMessageQueue implements MessageQueue, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RabbitMessageQueue.class);

    private final Broker broker;
    private final Topology topology;
    private final Publisher publisher;
    private final Outbox outbox;
    private final DeadLetterHandler deadLetters;
    private final Set<RabbitSubscription> subscriptions = ConcurrentHashMap.newKeySet();
    private final DeadLetterCollector collector;

    /**
     * @param address {@code amqp://host:port}, or with {@code user:password@}
     * @param prefix of every queue and exchange that is declared; installations that share a broker need different ones
     */
    public RabbitMessageQueue(
            URI address, String user, String password, String prefix, MessageTable table, DeadLetterHandler deadLetters) {
        this.broker = new Broker(address, user, password);
        this.topology = new Topology(prefix);
        this.publisher = new Publisher(broker, topology);
        this.outbox = new Outbox(table, publisher);
        this.deadLetters = deadLetters;
        this.collector = new DeadLetterCollector(broker, topology, deadLetters);
    }

    @Override
    public List<String> sendAll(String queue, List<NewMessage> messages) {
        List<String> ids = MessageTable.ids(messages);
        List<Envelope> now = new ArrayList<>();
        List<Envelope> later = new ArrayList<>();
        boolean transaction = TransactionSynchronizationManager.isActualTransactionActive();
        for (int index = 0; index < messages.size(); index++) {
            NewMessage message = messages.get(index);
            Envelope envelope = new Envelope(queue, ids.get(index), 1, message);
            (transaction || message.delay().compareTo(Duration.ZERO) > 0 ? later : now).add(envelope);
        }
        if (!now.isEmpty()) {
            List<Envelope> unconfirmed = publisher.publish(now);
            if (!unconfirmed.isEmpty()) {
                LOG.warn("{} of {} messages for {} wait until the broker takes them.", unconfirmed.size(), now.size(), queue);
                later.addAll(unconfirmed);
            }
        }
        wait(later);
        return ids;
    }

    private void wait(List<Envelope> later) {
        if (later.isEmpty()) {
            return;
        }
        outbox.add(later);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    outbox.wake();
                }
            });
        } else {
            outbox.wake();
        }
    }

    @Override
    public Subscription consume(String queue, Consumption how, MessageHandler handler) {
        collector.start();
        RabbitSubscription subscription =
                new RabbitSubscription(queue, how, handler, broker, topology, outbox, deadLetters, subscriptions::remove);
        subscriptions.add(subscription);
        subscription.start();
        return subscription;
    }

    /** @throws AgentException {@code broker-unavailable} when it cannot be asked */
    @Override
    public Depth depth(String queue) {
        long taken = subscriptions.stream()
                .filter(one -> one.queue().equals(queue))
                .mapToLong(RabbitSubscription::taken)
                .sum();
        try {
            return new Depth(publisher.ready(queue), outbox.held(queue), taken);
        } catch (IOException away) {
            throw Broker.unavailable(away);
        }
    }

    @Override
    public void check() {
        try {
            publisher.check();
        } catch (IOException away) {
            throw Broker.unavailable(away);
        }
    }

    @Override
    public void close() {
        List.copyOf(subscriptions).forEach(RabbitSubscription::close);
        collector.close();
        outbox.close();
        publisher.close();
    }
}
