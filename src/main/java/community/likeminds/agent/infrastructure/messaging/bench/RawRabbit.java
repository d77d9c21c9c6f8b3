package community.likeminds.agent.infrastructure.messaging.bench;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.MessageProperties;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;

/** RabbitMQ's own client with the same guarantees: a quorum queue, confirmed publishing, acknowledged messages. */
final class RawRabbit implements AutoCloseable {

    private static final long CONFIRM_MILLIS = 30_000;

    private final Connection connection;
    private final String prefix;

    private RawRabbit(Connection connection, String prefix) {
        this.connection = connection;
        this.prefix = prefix;
    }

    static RawRabbit connect(URI address, String user, String password, String prefix) throws IOException {
        ConnectionFactory factory = new ConnectionFactory();
        try {
            factory.setUri(address);
            if (address.getRawUserInfo() == null) {
                factory.setUsername(user);
                factory.setPassword(password);
            }
            return new RawRabbit(factory.newConnection(prefix), prefix);
        } catch (URISyntaxException | GeneralSecurityException | TimeoutException failure) {
            throw new IOException(failure);
        }
    }

    void sentAndHandled(int messages, int batch, int prefetch, String body) throws IOException, InterruptedException, TimeoutException {
        String queue = prefix + ".raw";
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        CountDownLatch handled = new CountDownLatch(messages);
        try (Channel consuming = connection.createChannel();
                Channel publishing = connection.createChannel()) {
            consuming.queueDeclare(queue, true, false, false, Map.of("x-queue-type", "quorum"));
            consuming.basicQos(prefetch);
            consuming.basicConsume(queue, false, new DefaultConsumer(consuming) {
                @Override
                public void handleDelivery(String tag, com.rabbitmq.client.Envelope frame, BasicProperties properties, byte[] content)
                        throws IOException {
                    consuming.basicAck(frame.getDeliveryTag(), false);
                    handled.countDown();
                }
            });
            publishing.confirmSelect();
            for (int sent = 0; sent < messages; sent += batch) {
                for (int one = 0; one < Math.min(batch, messages - sent); one++) {
                    publishing.basicPublish("", queue, MessageProperties.PERSISTENT_BASIC, bytes);
                }
                publishing.waitForConfirmsOrDie(CONFIRM_MILLIS);
            }
            handled.await();
        }
    }

    /** Takes away everything that was declared under the prefix. */
    void removeAll() throws IOException {
        try (Channel channel = connection.createChannel()) {
            for (String name : new String[] {".raw", ".bench.low", ".bench.normal", ".bench.high", ".dead-letters"}) {
                channel.queueDelete(prefix + name);
            }
            channel.exchangeDelete(prefix + ".dead-letters");
        } catch (TimeoutException slow) {
            throw new IOException(slow);
        }
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
