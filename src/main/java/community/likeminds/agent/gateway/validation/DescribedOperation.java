package community.likeminds.agent.gateway.validation;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one operation asks of its requests.
 *
 * @param parameters an object with the objects {@code path}, {@code query} and {@code header}
 * @param types of each parameter's value, by place and name, for example {@code query limit}
 * @param bodies by media type; empty when the operation takes none
 */
record DescribedOperation(Supplier<Schema> parameters, Map<String, String> types, Map<String, Supplier<Schema>> bodies) {

    static final List<String> PLACES = List.of("path", "query", "header");

    DescribedOperation {
        types = Map.copyOf(types);
        bodies = Map.copyOf(bodies);
    }

    static DescribedOperation of(JsonNode operation, JsonNode components, SchemaRegistry registry) {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        Map<String, String> types = new HashMap<>();
        for (String place : PLACES) {
            ObjectNode object = parameters.withObjectProperty("properties").putObject(place);
            object.put("type", "object").put("additionalProperties", place.equals("header"));
            object.putObject("properties");
            object.putArray("required");
        }
        operation.path("parameters").forEach(parameter -> {
            // What all operations share is looked at by whoever reads it.
            if (parameter.has("schema")) {
                String place = parameter.path("in").stringValue();
                String name = parameter.path("name").stringValue();
                ObjectNode object = parameters.withObjectProperty("properties").withObjectProperty(place);
                object.withObjectProperty("properties").set(name, parameter.path("schema"));
                if (parameter.path("required").booleanValue()) {
                    object.withArrayProperty("required").add(name);
                }
                types.put(place + " " + name, parameter.path("schema").path("type").stringValue(""));
            }
        });
        Map<String, Supplier<Schema>> bodies = new TreeMap<>();
        operation.path("requestBody").path("content").properties().forEach(media -> bodies.put(media.getKey(), SingletonSupplier.of(() -> {
            ObjectNode whole = JsonNodeFactory.instance.objectNode();
            whole.setAll((ObjectNode) media.getValue().path("schema"));
            whole.putObject("components").set("schemas", components);
            return compiled(registry, whole);
        })));
        return new DescribedOperation(SingletonSupplier.of(() -> compiled(registry, parameters)), types, bodies);
    }

    /** Empty when there is no such parameter. */
    String type(String place, String name) {
        return types.getOrDefault(place + " " + name, "");
    }

    /** Null for a media type that the operation does not take. */
    @Nullable Schema body(String mediaType) {
        Supplier<Schema> schema = bodies.get(mediaType);
        return schema == null ? null : schema.get();
    }

    /** Compiles everything now rather than with the first request. */
    void prepare() {
        parameters.get();
        bodies.values().forEach(Supplier::get);
    }

    private static Schema compiled(SchemaRegistry registry, ObjectNode schema) {
        Schema compiled = registry.getSchema(schema);
        compiled.initializeValidators();
        return compiled;
    }
}
