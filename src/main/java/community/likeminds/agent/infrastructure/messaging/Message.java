package community.likeminds.agent.infrastructure.messaging;

import community.likeminds.agent.shared.TenantId;
import java.util.Map;

/**
 * A message that arrived.
 *
 * @param id the same at every attempt; with it a handler can tell a message that it has seen
 * @param attempt 1 for the first
 */
public record Message(String id, TenantId tenant, String body, Map<String, String> headers, Priority priority, int attempt) {}
