package community.likeminds.agent.infrastructure.messaging;

import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * A message that is to be sent.
 *
 * @param body text, usually JSON, at most {@link #MAX_BODY_BYTES} in UTF-8; anything larger belongs in the object store
 * @param headers small facts about it, such as the trace it belongs to
 * @param delay how long it is held back, zero for none
 */
public record NewMessage(TenantId tenant, String body, Map<String, String> headers, Priority priority, Duration delay) {

    public static final int MAX_BODY_BYTES = 1 << 20;

    public NewMessage {
        headers = Map.copyOf(headers);
        if (body.length() > MAX_BODY_BYTES / 4 && body.getBytes(StandardCharsets.UTF_8).length > MAX_BODY_BYTES) {
            throw AgentException.badInput(
                    "message-too-large",
                    "A message may hold " + MAX_BODY_BYTES + " bytes, this one holds more.",
                    "Keep the content in the object store and send its key.");
        }
        if (delay.isNegative()) {
            throw new IllegalArgumentException("A delay is not negative: " + delay);
        }
    }

    public static NewMessage of(TenantId tenant, String body) {
        return new NewMessage(tenant, body, Map.of(), Priority.NORMAL, Duration.ZERO);
    }

    public NewMessage with(Priority other) {
        return new NewMessage(tenant, body, headers, other, delay);
    }

    public NewMessage after(Duration other) {
        return new NewMessage(tenant, body, headers, priority, other);
    }

    public NewMessage with(Map<String, String> others) {
        return new NewMessage(tenant, body, others, priority, delay);
    }
}
