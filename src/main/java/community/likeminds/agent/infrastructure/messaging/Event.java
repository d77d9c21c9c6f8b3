package community.likeminds.agent.infrastructure.messaging;

import community.likeminds.agent.shared.TenantId;
import java.time.Instant;

/**
 * Something that happened.
 *
 * @param position grows from event to event; not every number is used
 * @param type dotted, in the past tense: {@code ingestion.finished}
 * @param body JSON
 */
public record Event(long position, TenantId tenant, String type, String body, Instant at) {}
