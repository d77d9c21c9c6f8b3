package community.likeminds.agent.infrastructure.messaging;

import community.likeminds.agent.shared.TenantId;
import java.time.Instant;
import java.util.Map;

/**
 * A message that no attempt could settle.
 *
 * @param id of the message
 * @param reason why the last attempt failed, one sentence
 * @param code stable, when the failure had one, else {@code failed}
 */
public record DeadLetter(
        String id,
        TenantId tenant,
        String queue,
        String body,
        Map<String, String> headers,
        Priority priority,
        int attempts,
        String code,
        String reason,
        Instant diedAt) {}
