package community.likeminds.agent.gateway.description;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Compares what a server answers with what the description says of it; what it does not say must not come, so objects are closed here. */
public final class DescribedAnswers {

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private final ObjectNode document;

    public DescribedAnswers() {
        document = ApiDescription.of("community.likeminds.agent");
        document.path("components").path("schemas").forEach(DescribedAnswers::close);
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(DescribedAnswers::close);
    }

    public ObjectNode document() {
        return document;
    }

    /** The operation of a request, or nothing. */
    public Optional<JsonNode> operation(String verb, String path) {
        PathContainer asked = PathContainer.parsePath(path.replaceFirst("\\?.*", ""));
        return document.path("paths").properties().stream()
                .filter(one -> PathPatternParser.defaultInstance.parse(one.getKey()).matches(asked))
                // The path with fewer variables is meant.
                .min((a, b) -> Long.compare(a.getKey().chars().filter(c -> c == '{').count(), b.getKey().chars().filter(c -> c == '{').count()))
                .map(one -> one.getValue().path(verb.toLowerCase(Locale.ROOT)))
                .filter(JsonNode::isObject);
    }

    /** Everything about an answer that the description does not say, or says differently. */
    public List<String> faults(String verb, String path, int status, String type, String body) {
        String name = verb + " " + path + " " + status;
        Optional<JsonNode> operation = operation(verb, path);
        if (operation.isEmpty()) {
            return List.of(name + " is no described operation");
        }
        JsonNode response = resolved(operation.get().path("responses").path(Integer.toString(status)));
        if (response.isMissingNode()) {
            return List.of(name + " is no described status: " + body);
        }
        JsonNode content = response.path("content");
        if (body.isEmpty()) {
            return content.isEmpty() ? List.of() : List.of(name + " is said to have a body");
        }
        JsonNode media = content.path(type.replaceFirst(";.*", "").strip());
        if (media.isMissingNode()) {
            return List.of(name + " is of a type that is not described: " + type);
        }
        return type.contains("json") ? faults(name, media.path("schema"), body) : List.of();
    }

    /** What is wrong with a text of JSON. */
    public List<String> faults(String name, JsonNode schema, String json) {
        List<String> faults = new ArrayList<>();
        for (Error error : compiled(schema).validate(json, InputFormat.JSON)) {
            faults.add(name + ": " + error + " in " + json);
        }
        return faults;
    }

    public JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").stringValue("");
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }

    private Schema compiled(JsonNode schema) {
        ObjectNode whole = JsonMapper.shared().createObjectNode();
        whole.putArray("allOf").add(schema);
        whole.putObject("components").set("schemas", document.path("components").path("schemas"));
        return REGISTRY.getSchema(whole);
    }
}
