package community.likeminds.agent.gateway.description;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One example of each body, out of a file: by the operation's id, what is sent and what is answered. */
record Examples(JsonNode all) {

    private static final String FILE = "openapi-examples.json";

    static Examples read() {
        try (InputStream file = Examples.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("The program was packaged without " + FILE + ".");
            }
            return new Examples(JsonMapper.shared().readTree(file));
        } catch (IOException unreadable) {
            throw new IllegalStateException("The file " + FILE + " cannot be read.", unreadable);
        }
    }

    Optional<JsonNode> request(String operation) {
        return Optional.ofNullable(all.path(operation).get("request"));
    }

    /** @param type media type; answers of other types than JSON stand below its name */
    Optional<JsonNode> response(String operation, String type) {
        return Optional.ofNullable(all.path(operation).get(type.equals("application/json") ? "response" : type));
    }
}
