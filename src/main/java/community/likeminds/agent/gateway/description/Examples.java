package community.likeminds.agent.gateway.description;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One example of each body, put together from the values in a file: those of a record's components by its name, those of components that mean the
 * same everywhere by theirs. What no value is given for follows from the schema, so that an example has the shape of its schema at all times.
 */
final class Examples {

    private static final String FILE = "openapi-examples.json";
    private static final String REFERENCE = "#/components/schemas/";
    private static final String MOMENT = "2026-01-15T09:30:00Z";

    private final JsonNode values;
    private final ObjectNode schemas;
    private final Deque<String> within = new ArrayDeque<>();

    /** @param schemas the records, by name; may grow until examples are asked for */
    Examples(ObjectNode schemas) {
        this.values = Texts.file(FILE);
        this.schemas = schemas;
    }

    /** What is given for one body in particular, such as that of a stream or of another type than JSON. */
    Optional<JsonNode> given(String operation, String media) {
        return Optional.ofNullable(values.path("bodies").get(operation + " " + media));
    }

    /** Of a body that is a record: its name. */
    static Optional<String> record(JsonNode schema) {
        String reference = schema.path("$ref").stringValue("");
        return reference.isEmpty() ? Optional.empty() : Optional.of(reference.substring(REFERENCE.length()));
    }

    JsonNode of(String record) {
        return record(record, values.path("records").path(record));
    }

    private JsonNode of(String name, JsonNode schema) {
        Optional<String> record = record(schema);
        if (record.isPresent()) {
            return within.contains(record.get()) ? JsonNodeFactory.instance.objectNode() : of(record.get());
        }
        if (schema.has("anyOf")) {
            return of(name, schema.path("anyOf").get(0));
        }
        if (schema.has("enum")) {
            return schema.path("enum").get(0);
        }
        String type = schema.path("type").isArray() ? schema.path("type").get(0).stringValue() : schema.path("type").stringValue("");
        JsonNode usual = values.path("fields").path(name);
        return switch (type) {
            case "string" -> usual.isString() ? usual : JsonNodeFactory.instance.stringNode(text(schema));
            case "integer" -> usual.isIntegralNumber() ? usual : JsonNodeFactory.instance.numberNode(Math.max(1, schema.path("minimum").asInt(1)));
            case "number" -> usual.isNumber() ? usual : JsonNodeFactory.instance.numberNode(0.5);
            case "boolean" -> usual.isBoolean() ? usual : JsonNodeFactory.instance.booleanNode(false);
            case "array" -> usual.isArray() && texts(schema.path("items")) ? usual : list(name, schema.path("items"));
            default -> usual.isObject() ? usual : JsonNodeFactory.instance.objectNode();
        };
    }

    private static boolean texts(JsonNode items) {
        return items.path("type").stringValue("").equals("string") && !items.has("enum");
    }

    /** A record that holds itself has none of its kind in its example. */
    private JsonNode list(String name, JsonNode items) {
        return record(items).filter(within::contains).isPresent()
                ? JsonNodeFactory.instance.arrayNode()
                : JsonNodeFactory.instance.arrayNode().add(of(name, items));
    }

    private JsonNode record(String name, JsonNode given) {
        JsonNode schema = schemas.path(name);
        ObjectNode example = JsonNodeFactory.instance.objectNode();
        within.push(name);
        schema.path("properties").properties().forEach(property -> {
            boolean needed = schema.path("required").valueStream().anyMatch(one -> one.stringValue().equals(property.getKey()));
            if (given.has(property.getKey())) {
                example.set(property.getKey(), given.get(property.getKey()));
            } else if (needed) {
                example.set(property.getKey(), of(property.getKey(), property.getValue()));
            }
        });
        within.pop();
        return example;
    }

    private static String text(JsonNode schema) {
        return switch (schema.path("format").stringValue("")) {
            case "date-time" -> MOMENT;
            case "date" -> MOMENT.substring(0, 10);
            default -> "text";
        };
    }
}
