package community.likeminds.agent.gateway.description;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The document itself: valid, complete, and without anything that has no bounds. */
class ApiDescriptionTests {

    static final ObjectNode DOCUMENT = ApiDescription.of("community.likeminds.agent");

    @Test
    void aParserOfOthersFindsNothingWrong() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        SwaggerParseResult result = new OpenAPIV3Parser().readContents(DOCUMENT.toString(), null, options);
        assertThat(result.getMessages()).isEmpty();
        assertThat(result.getOpenAPI().getPaths()).hasSizeGreaterThan(40);
    }

    @Test
    void operationsAreNamedOnceAndSaidToEverybody() {
        List<String> ids = new ArrayList<>();
        DOCUMENT.path("paths").forEach(path -> path.forEach(operation -> {
            ids.add(operation.path("operationId").stringValue());
            assertThat(operation.path("summary").stringValue()).isNotBlank();
            assertThat(operation.path("tags")).hasSize(1);
            assertThat(operation.has("security")).isTrue();
        }));
        assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(60);
    }

    @Test
    void everyOperationAndParameterIsExplained() {
        List<String> silent = new ArrayList<>();
        Texts texts = Texts.read();
        DOCUMENT.path("paths").forEach(path -> path.forEach(operation -> {
            String id = operation.path("operationId").stringValue();
            if (texts.operation(id).isBlank()) {
                silent.add("operations: " + id);
            }
            operation.path("parameters").forEach(parameter -> {
                if (parameter.has("name") && parameter.path("description").stringValue("").isBlank()) {
                    silent.add("parameters: " + id + " " + parameter.path("name").stringValue());
                }
            });
        }));
        assertThat(silent).as("what openapi-texts.json does not explain").isEmpty();
    }

    @Test
    void whatCanBeKeptHasATagAndWhatIsBegunSaysWhere() {
        List<String> tagged = new ArrayList<>();
        List<String> nowhere = new ArrayList<>();
        DOCUMENT.path("paths").forEach(path -> path.forEach(operation -> {
            String id = operation.path("operationId").stringValue();
            JsonNode responses = operation.path("responses");
            if (responses.path("200").path("headers").has("ETag")) {
                tagged.add(id);
                assertThat(responses.path("304").path("headers").has("ETag")).as(id).isTrue();
                assertThat(responses.path("304").has("content")).as(id).isFalse();
                assertThat(operation.path("parameters").toString()).as(id).contains("#/components/parameters/If-None-Match");
            }
            if (responses.has("202") && !responses.path("202").path("headers").has("Location")) {
                nowhere.add(id);
            }
        }));
        assertThat(tagged).containsExactlyInAnyOrder("plansGet", "reportsGet", "projectWorkKeptPlan", "projectWorkReport");
        assertThat(nowhere).as("a message goes back to its queue and has no address there").containsExactly("deadLettersRedrive");
        assertThat(DOCUMENT.at("/components/responses/MethodNotAllowed/headers").has("Allow")).isTrue();
    }

    @Test
    void everyBodyHasAnExampleThatFitsItsSchema() {
        DescribedAnswers closed = new DescribedAnswers();
        List<String> wrong = new ArrayList<>();
        closed.document().path("paths").forEach(path -> path.forEach(operation -> {
            String id = operation.path("operationId").stringValue();
            operation.path("requestBody").path("content").properties().forEach(media -> example(closed, id + " request " + media.getKey(), media.getValue(), wrong));
            operation.path("responses").forEach(response -> {
                if (!response.has("$ref")) {
                    response.path("content").properties().forEach(media -> example(closed, id + " response " + media.getKey(), media.getValue(), wrong));
                }
            });
        }));
        assertThat(wrong).isEmpty();
    }

    private static void example(DescribedAnswers closed, String name, JsonNode media, List<String> wrong) {
        JsonNode example = media.has("example") ? media.path("example") : closed.resolved(media.at("/examples/usual")).path("value");
        if (example.isMissingNode()) {
            wrong.add(name + " has no example: give it one in openapi-examples.json");
        } else {
            wrong.addAll(closed.faults(name, media.path("schema"), example.toString()));
        }
    }

    @Test
    void examplesSayWhatTheyAreAboutAndNothingOfAnybody() {
        JsonNode values = DOCUMENT.path("components").path("examples");
        assertThat(values.at("/IngestionJob/value/source").stringValue()).isEqualTo("chat-docs");
        assertThat(values.at("/Jobs/value/jobs/0")).isEqualTo(values.at("/IngestionJob/value"));
        assertThat(values.toString()).doesNotContain("localhost", "/home/", "/Users/", "/tmp/");
    }

    @Test
    void whatIsSentHasBounds() {
        List<String> endless = new ArrayList<>();
        DOCUMENT.path("paths").properties().forEach(path -> path.getValue().properties().forEach(operation -> {
            operation.getValue().path("requestBody").path("content").properties().forEach(media ->
                    unbounded(path.getKey(), media.getValue().path("schema"), endless, new ArrayList<>()));
            operation.getValue().path("parameters").forEach(parameter -> {
                if (parameter.has("schema")) {
                    unbounded(path.getKey() + "?" + parameter.path("name").stringValue(), parameter.path("schema"), endless, new ArrayList<>());
                }
            });
        }));
        assertThat(endless).isEmpty();
    }

    private static void unbounded(String at, JsonNode schema, List<String> endless, List<String> seen) {
        String reference = schema.path("$ref").stringValue("");
        if (!reference.isEmpty()) {
            if (!seen.contains(reference)) {
                seen.add(reference);
                unbounded(at, DOCUMENT.at(reference.substring(1)), endless, seen);
            }
            return;
        }
        List<String> types = new ArrayList<>();
        if (schema.path("type").isString()) {
            types.add(schema.path("type").stringValue());
        }
        schema.path("type").forEach(type -> types.add(type.stringValue()));
        if (types.contains("string") && !schema.has("maxLength") && !schema.has("enum") && !boundedPattern(schema)) {
            endless.add(at + " is a text of any length");
        }
        if (types.contains("array")) {
            if (!schema.has("maxItems")) {
                endless.add(at + " is a list of any length");
            }
            unbounded(at + "[]", schema.path("items"), endless, seen);
        }
        if (types.contains("object") && !schema.path("additionalProperties").isBoolean()) {
            if (!schema.has("maxProperties")) {
                endless.add(at + " is an object of any size");
            }
            unbounded(at + "{}", schema.path("additionalProperties"), endless, seen);
        }
        schema.path("properties").properties().forEach(property -> unbounded(at + "/" + property.getKey(), property.getValue(), endless, seen));
        schema.path("anyOf").forEach(way -> unbounded(at, way, endless, seen));
    }

    private static boolean boundedPattern(JsonNode schema) {
        String pattern = schema.path("pattern").stringValue("");
        return !pattern.isEmpty() && !pattern.contains("\\S") && !pattern.contains("*") && !pattern.contains("+");
    }
}
