package community.likeminds.agent.infrastructure.messaging.rabbitmq;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import community.likeminds.agent.infrastructure.messaging.Priority;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/**
 * What a queue is on the broker: a quorum queue for each priority, because quorum queues know no priorities of their own, and one queue
 * of dead letters for what killed consumer after consumer.
 *
 * @param prefix of everything that this installation declares
 */
record Topology(String prefix) {

    private static final int DELIVERY_LIMIT = 10;

    String queue(String name, Priority priority) {
        return prefix + "." + name + "." + priority.name().toLowerCase(Locale.ROOT);
    }

    String deadLetters() {
        return prefix + ".dead-letters";
    }

    void declare(Channel channel, String name) throws IOException {
        for (Priority priority : Priority.values()) {
            channel.queueDeclare(
                    queue(name, priority),
                    true,
                    false,
                    false,
                    Map.of(
                            "x-queue-type",
                            "quorum",
                            "x-dead-letter-exchange",
                            deadLetters(),
                            "x-dead-letter-strategy",
                            "at-least-once",
                            "x-overflow",
                            "reject-publish",
                            "x-delivery-limit",
                            DELIVERY_LIMIT));
        }
    }

    void declareDeadLetters(Channel channel) throws IOException {
        channel.exchangeDeclare(deadLetters(), BuiltinExchangeType.FANOUT, true);
        channel.queueDeclare(deadLetters(), true, false, false, Map.of("x-queue-type", "quorum"));
        channel.queueBind(deadLetters(), deadLetters(), "");
    }
}
