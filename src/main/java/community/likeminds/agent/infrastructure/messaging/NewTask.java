package community.likeminds.agent.infrastructure.messaging;

import community.likeminds.agent.shared.TenantId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Work that is to be done, here or in another process, now or later.
 *
 * @param type whose handler does it: lower-case letters, digits, dots and hyphens
 * @param body JSON, what the handler needs
 * @param idempotencyKey asking twice with the same key gives the same task; null when every request is meant
 * @param delay how long it is held back, zero for none
 */
public record NewTask(
        TenantId tenant, String type, String body, @Nullable String idempotencyKey, Priority priority, Duration delay) {

    public static NewTask of(TenantId tenant, String type, String body) {
        return new NewTask(tenant, type, body, null, Priority.NORMAL, Duration.ZERO);
    }

    public NewTask once(String key) {
        return new NewTask(tenant, type, body, key, priority, delay);
    }

    public NewTask with(Priority other) {
        return new NewTask(tenant, type, body, idempotencyKey, other, delay);
    }

    public NewTask after(Duration other) {
        return new NewTask(tenant, type, body, idempotencyKey, priority, other);
    }
}
