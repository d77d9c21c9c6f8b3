package community.likeminds.agent.gateway.idempotency;

import java.util.Map;

/**
 * What was answered.
 *
 * @param headers those that belong to the answer and not to its transport
 */
record StoredAnswer(int status, Map<String, String> headers, byte[] body) {

    StoredAnswer {
        headers = Map.copyOf(headers);
    }
}
