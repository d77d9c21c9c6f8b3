package community.likeminds.agent.gateway.validation;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The parameters of a request as one JSON object, so that they are compared like a body. */
final class ParameterValues {

    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");

    private ParameterValues() {}

    /** @throws IllegalArgumentException for a query that cannot be decoded */
    static ObjectNode of(HttpServletRequest request, DescribedOperation operation, Map<String, String> variables) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        ObjectNode path = all.putObject("path");
        variables.forEach((name, value) -> path.set(name, value(operation.type("path", name), value)));
        ObjectNode query = all.putObject("query");
        query(request.getQueryString(), query, operation);
        ObjectNode header = all.putObject("header");
        operation.types().keySet().forEach(key -> {
            if (key.startsWith("header ")) {
                String name = key.substring("header ".length());
                @Nullable String value = request.getHeader(name);
                if (value != null) {
                    header.put(name, value);
                }
            }
        });
        return all;
    }

    private static void query(@Nullable String text, ObjectNode query, DescribedOperation operation) {
        if (text == null) {
            return;
        }
        for (String pair : text.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                JsonNode value = value(operation.type("query", name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
                // What comes twice is a list, which nothing here takes.
                query.set(name, query.has(name) ? list(query.get(name), value) : value);
            }
        }
    }

    private static ArrayNode list(JsonNode known, JsonNode more) {
        ArrayNode list = known instanceof ArrayNode several ? several : JsonNodeFactory.instance.arrayNode().add(known);
        return list.add(more);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** As what its type says; a text that is nothing of the kind stays one, and differs from the description. */
    private static JsonNode value(String type, String text) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (type) {
            case "integer" -> WHOLE.matcher(text).matches() ? nodes.numberNode(Long.parseLong(text)) : nodes.stringNode(text);
            case "boolean" -> text.equals("true") || text.equals("false") ? nodes.booleanNode(Boolean.parseBoolean(text)) : nodes.stringNode(text);
            default -> nodes.stringNode(text);
        };
    }
}
