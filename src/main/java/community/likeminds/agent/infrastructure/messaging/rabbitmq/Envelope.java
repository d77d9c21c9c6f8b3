package community.likeminds.agent.infrastructure.messaging.rabbitmq;

import com.rabbitmq.client.AMQP.BasicProperties;
import community.likeminds.agent.infrastructure.messaging.Message;
import community.likeminds.agent.infrastructure.messaging.NewMessage;
import community.likeminds.agent.infrastructure.messaging.Priority;
import community.likeminds.agent.shared.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message as it travels.
 *
 * @param queue its name without priority or prefix
 * @param attempt which attempt its delivery will be
 */
record Envelope(String queue, String id, int attempt, NewMessage message) {

    private static final String QUEUE = "likeminds-queue";
    private static final String ID = "likeminds-id";
    private static final String TENANT = "likeminds-tenant";
    private static final String ATTEMPT = "likeminds-attempt";
    private static final String OWN = "likeminds-";
    private static final String DELIVERIES = "x-delivery-count";
    private static final int PERSISTENT = 2;

    BasicProperties properties() {
        Map<String, Object> headers = new HashMap<>(message.headers());
        headers.put(QUEUE, queue);
        headers.put(TENANT, message.tenant().value());
        headers.put(ATTEMPT, attempt);
        return new BasicProperties.Builder()
                .messageId(id)
                .deliveryMode(PERSISTENT)
                .contentType("application/json")
                .contentEncoding("utf-8")
                .headers(headers)
                .build();
    }

    byte[] body() {
        return message.body().getBytes(StandardCharsets.UTF_8);
    }

    /** For the table where it waits until it can be sent. */
    NewMessage waiting() {
        Map<String, String> headers = new HashMap<>(message.headers());
        headers.put(QUEUE, queue);
        headers.put(ID, id);
        headers.put(ATTEMPT, Integer.toString(attempt));
        return message.with(headers);
    }

    static Envelope ofWaiting(Message row) {
        Map<String, String> headers = new HashMap<>(row.headers());
        String queue = headers.remove(QUEUE);
        String id = headers.remove(ID);
        String attempt = headers.remove(ATTEMPT);
        return new Envelope(
                String.valueOf(queue),
                String.valueOf(id),
                attempt == null ? 1 : Integer.parseInt(attempt),
                NewMessage.of(row.tenant(), row.body()).with(row.priority()).with(headers));
    }

    static Message arrived(BasicProperties properties, byte[] body, Priority priority) {
        Map<String, Object> all = properties.getHeaders();
        Map<String, String> headers = new HashMap<>();
        all.forEach((name, value) -> {
            if (!name.startsWith(OWN) && !name.startsWith("x-")) {
                headers.put(name, String.valueOf(value));
            }
        });
        int attempt = number(all.get(ATTEMPT)) + number(all.get(DELIVERIES));
        return new Message(
                properties.getMessageId(),
                new TenantId(String.valueOf(all.get(TENANT))),
                new String(body, StandardCharsets.UTF_8),
                Map.copyOf(headers),
                priority,
                attempt);
    }

    static String queueOf(BasicProperties properties) {
        return String.valueOf(properties.getHeaders().get(QUEUE));
    }

    /** Empty for what is none of ours. */
    static String tenantOf(BasicProperties properties) {
        Map<String, Object> headers = properties.getHeaders();
        return headers == null ? "" : String.valueOf(headers.getOrDefault(TENANT, ""));
    }

    private static int number(@Nullable Object value) {
        return value instanceof Number number ? number.intValue() : 0;
    }
}
