package community.likeminds.agent.infrastructure.messaging.jdbc;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Headers as a JSON object. */
final class Headers {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Headers() {}

    static String write(Map<String, String> headers) {
        return headers.isEmpty() ? "{}" : JSON.writeValueAsString(new TreeMap<>(headers));
    }

    static Map<String, String> read(String text) {
        return text.equals("{}") ? Map.of() : Map.copyOf(JSON.readValue(text, new TypeReference<Map<String, String>>() {}));
    }
}
