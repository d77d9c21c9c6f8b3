package community.likeminds.agent.infrastructure.messaging.rabbitmq;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.DefaultConsumer;
import community.likeminds.agent.infrastructure.messaging.Priority;
import community.likeminds.agent.infrastructure.messaging.deadletter.DeadLetterHandler;
import community.likeminds.agent.infrastructure.messaging.deadletter.Failure;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings what the broker itself gave up, because it was delivered too often, to the other dead letters. */
final class DeadLetterCollector implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterCollector.class);
    private static final long AGAIN_MILLIS = 2_000;

    private final Broker broker;
    private final Topology topology;
    private final DeadLetterHandler deadLetters;
    private final AtomicBoolean started = new AtomicBoolean();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    DeadLetterCollector(Broker broker, Topology topology, DeadLetterHandler deadLetters) {
        this.broker = broker;
        this.topology = topology;
        this.deadLetters = deadLetters;
        this.thread = Thread.ofPlatform().daemon().name("dead-letters").unstarted(this::run);
    }

    void start() {
        if (started.compareAndSet(false, true)) {
            thread.start();
        }
    }

    private void run() {
        try {
            while (closing.getCount() > 0) {
                try (Connection connection = broker.connect("likeminds-dead-letters")) {
                    collect(connection);
                } catch (IOException | RuntimeException away) {
                    LOG.debug("Dead letters cannot be collected now: {}", away.getMessage());
                    closing.await(AGAIN_MILLIS, TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException stopped) {
            LOG.debug("No longer collecting dead letters.");
        }
    }

    private void collect(Connection connection) throws IOException, InterruptedException {
        Channel channel = connection.createChannel();
        topology.declareDeadLetters(channel);
        channel.basicQos(1);
        channel.basicConsume(topology.deadLetters(), false, new DefaultConsumer(channel) {
            @Override
            public void handleDelivery(
                    String consumer, com.rabbitmq.client.Envelope frame, BasicProperties properties, byte[] body) throws IOException {
                try {
                    var message = Envelope.arrived(properties, body, Priority.NORMAL);
                    deadLetters.bury(Envelope.queueOf(properties), message, Failure.LOST, () -> true);
                    channel.basicAck(frame.getDeliveryTag(), false);
                } catch (RuntimeException trouble) {
                    LOG.warn("A dead letter cannot be kept now: {}", trouble.getMessage());
                    channel.basicNack(frame.getDeliveryTag(), false, true);
                }
            }
        });
        while (channel.isOpen() && !closing.await(200, TimeUnit.MILLISECONDS)) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        closing.countDown();
    }
}
