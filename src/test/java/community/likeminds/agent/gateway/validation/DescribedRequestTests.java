package community.likeminds.agent.gateway.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Requests against a description with one operation of each kind. */
class DescribedRequestTests {

    private static final String DESCRIPTION = """
            {"components": {"schemas": {"Thing": {"type": "object", "required": ["name"], "additionalProperties": false, "properties": {
                "name": {"type": "string", "minLength": 1, "maxLength": 10, "pattern": "\\\\S"}, "most": {"type": ["integer", "null"], "minimum": 1},
                "kind": {"type": "string", "enum": ["a", "b"]}, "on": {"type": "string", "format": "date-time"},
                "tags": {"type": "array", "maxItems": 2, "items": {"type": "string", "maxLength": 3}}, "part": {"$ref": "#/components/schemas/Part"}}},
              "Part": {"type": "object", "additionalProperties": false, "properties": {"a/b": {"type": "boolean"}}}}},
             "paths": {
              "/api/v1/things": {"post": {"requestBody": {"content": {"application/json": {"schema": {"type": "object"}}}}},
                                 "put": {"requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}}},
                                 "get": {"parameters": [
                                   {"name": "limit", "in": "query", "required": false, "schema": {"type": "integer", "minimum": 1, "maximum": 100}},
                                   {"name": "all", "in": "query", "required": false, "schema": {"type": "boolean"}},
                                   {"name": "q", "in": "query", "required": true, "schema": {"type": "string", "maxLength": 5}},
                                   {"name": "Last-Event-ID", "in": "header", "required": false, "schema": {"type": "string", "maxLength": 5}}]}},
              "/api/v1/things/{id}": {"delete": {"parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string", "maxLength": 4}}]}},
              "/api/v1/texts": {"put": {"requestBody": {"content": {"application/yaml": {"schema": {"type": "string"}}}}}}}}
            """;

    private final DescribedOperations operations = new DescribedOperations((ObjectNode) JsonMapper.shared().readTree(DESCRIPTION));
    private final DescribedRequestFilter filter = new DescribedRequestFilter(() -> operations, new JsonShape(10_000));

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"a\": [1, {\"b\": null}], \"c\": \"é\"}", " {\"a\": 1.5e3} "})
    void whatIsWellFormedPasses(String body) throws Exception {
        MockFilterChain chain = new MockFilterChain();
        assertThat(send("application/json", body, chain).getStatus()).isEqualTo(200);
        assertThat(chain.getRequest().getInputStream().readAllBytes()).isEqualTo(body.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"a\": {\"b\": [1, 2, x]}} | body-unreadable  | /a/b/2",
        "{\"a\": 1, \"a\": 2}        | body-unreadable  | /a",
        "[1]                         | body-unreadable  | ``",
        "{\"a\": 1} {\"b\": 2}       | body-unreadable  | ``",
        "{\"a\": [1, 2               | body-unreadable  | /a/",
        "{\"a\": NaN}                | body-unreadable  | /a",
        "{'a': 1}                    | body-unreadable  | ``",
        "``                          | body-unreadable  | ``"
    })
    void whatIsNotIsNamedByItsPlace(String body, String code, String pointer) throws Exception {
        MockHttpServletResponse answer = send("application/json", body, new MockFilterChain());
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentAsString()).contains("\"code\":\"" + code + "\"").contains("\"pointer\":\"" + pointer);
    }

    @Test
    void deepWideAndLongOnesAreRefused() throws Exception {
        assertThat(refusal("{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000))).contains("body-too-complex");
        assertThat(refusal("{\"a\":" + "[".repeat(40) + "]".repeat(40) + "}")).contains("body-too-complex");
        assertThat(refusal("{\"a\":[" + "1,".repeat(JsonShape.MOST_VALUES) + "1]}")).contains("body-too-complex");
        assertThat(refusal("{\"a\":" + "9".repeat(5_000) + "}")).contains("body-too-complex");
        assertThat(refusal("{\"" + "n".repeat(5_000) + "\":1}")).contains("body-too-complex");
    }

    @Test
    void textsInOtherEncodingsAreRefused() throws Exception {
        byte[] overlong = {'{', '"', 'a', '"', ':', '"', (byte) 0xc0, (byte) 0xaf, '"', '}'};
        byte[] wide = "{\"a\": 1}".getBytes(StandardCharsets.UTF_16LE);
        for (byte[] body : List.of(overlong, wide, "{\"a\": 1}".getBytes(StandardCharsets.UTF_16))) {
            assertThat(new JsonShape(1000).check(body)).hasValueSatisfying(fault -> assertThat(fault.fact()).contains("UTF-8"));
        }
        assertThat(new JsonShape(1000).check("{\"a\": \"ü\"}".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void otherTypesOfBodiesAreRefusedAndTheRightOneIsNamed() throws Exception {
        for (String type : List.of("application/yaml", "nonsense", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x")) {
            MockHttpServletResponse answer = send(type, "{}", new MockFilterChain());
            assertThat(answer.getStatus()).as(type).isEqualTo(415);
            assertThat(answer.getContentAsString()).contains("media-type-unsupported").contains("it takes application/json");
            assertThat(answer.getHeader("Accept")).isEqualTo("application/json");
        }
        assertThat(send("application/json;charset=UTF-8", "{}", new MockFilterChain()).getStatus()).isEqualTo(200);
        MockHttpServletRequest yaml = new MockHttpServletRequest("PUT", "/api/v1/texts");
        yaml.setContentType("application/yaml");
        yaml.setContent("a: [".getBytes(StandardCharsets.UTF_8));
        assertThat(send(yaml, new MockFilterChain()).getStatus()).as("its own reader looks at it").isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{}                                              | request-invalid | /name    | is missing",
        "{\"name\": \"\"}                                 | request-invalid | /name    | must not be empty",
        "{\"name\": \"   \"}                              | request-invalid | /name    | must not be blank",
        "{\"name\": \"abcdefghijk\"}                      | request-invalid | /name    | must have at most 10 characters",
        "{\"name\": 1}                                    | request-invalid | /name    | must be of the type string",
        "{\"name\": null}                                 | request-invalid | /name    | must be of the type string",
        "{\"name\": \"n\", \"most\": 0}                   | request-invalid | /most    | must be at least 1",
        "{\"name\": \"n\", \"most\": \"7\"}               | request-invalid | /most    | must be of the type integer or null",
        "{\"name\": \"n\", \"most\": 1.5}                 | request-invalid | /most    | must be of the type integer or null",
        "{\"name\": \"n\", \"kind\": \"c\"}               | request-invalid | /kind    | must be one of a, b",
        "{\"name\": \"n\", \"on\": \"today\"}             | request-invalid | /on      | must be a date-time",
        "{\"name\": \"n\", \"tags\": [\"a\",\"b\",\"c\"]} | request-invalid | /tags    | must have at most 2 entries",
        "{\"name\": \"n\", \"tags\": [\"a\", \"long\"]}   | request-invalid | /tags/1  | must have at most 3 characters",
        "{\"name\": \"n\", \"part\": {\"a/b\": 1}}        | request-invalid | /part/a~1b | must be of the type boolean",
        "{\"name\": \"n\", \"tenant\": \"t\"}             | field-unknown   | /tenant  | is nothing that this operation reads",
        "{\"name\": \"n\", \"part\": {\"x~y\": 1}}        | field-unknown   | /part/x~0y | is nothing that this operation reads"
    })
    void whatDiffersIsNamedByItsPlace(String body, String code, String pointer, String message) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("PUT", "/api/v1/things");
        request.setContentType("application/json");
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        JsonNode problem = problem(request);
        assertThat(problem.path("code").stringValue()).isEqualTo(code);
        assertThat(problem.path("remedy").stringValue()).isNotBlank();
        assertThat(problem.path("errors")).hasSize(1);
        assertThat(problem.path("errors").path(0).path("pointer").stringValue()).isEqualTo(pointer);
        assertThat(problem.path("errors").path(0).path("message").stringValue()).isEqualTo(message);
    }

    @Test
    void everyFaultIsNamedAtOnceButNotThousands() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("PUT", "/api/v1/things");
        request.setContentType("application/json");
        request.setContent("{\"most\": 0, \"kind\": 1, \"id\": 2}".getBytes(StandardCharsets.UTF_8));
        assertThat(problem(request).path("errors").valueStream().map(one -> one.path("pointer").stringValue()))
                .containsExactlyInAnyOrder("/most", "/kind", "/id", "/name");
        request.setContent(("{\"tags\": [" + "1,".repeat(1000) + "1]}").getBytes(StandardCharsets.UTF_8));
        assertThat(problem(request).path("errors")).hasSize(20);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "q=a&limit=0       | /query/limit  | must be at least 1",
        "q=a&limit=101     | /query/limit  | must be at most 100",
        "q=a&limit=ten     | /query/limit  | must be of the type integer",
        "q=a&limit=        | /query/limit  | must be of the type integer",
        "q=a&limit=1&limit=2 | /query/limit | must be of the type integer",
        "q=a&all=yes       | /query/all    | must be of the type boolean",
        "limit=1           | /query/q      | is missing",
        "q=abcdef          | /query/q      | must have at most 5 characters",
        "q=a&tenant=other  | /query/tenant | is nothing that this operation reads",
        "q=a&q%75=b        | /query/qu     | is nothing that this operation reads",
        "q=%zz             | /query        | cannot be decoded"
    })
    void parametersAreComparedLikeBodies(String query, String pointer, String message) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/things");
        request.setQueryString(query);
        JsonNode problem = problem(request);
        assertThat(problem.path("errors").path(0).path("pointer").stringValue()).isEqualTo(pointer);
        assertThat(problem.path("errors").path(0).path("message").stringValue()).isEqualTo(message);
    }

    @Test
    void pathsAndHeadersAreLimitedToo() throws Exception {
        assertThat(problem(new MockHttpServletRequest("DELETE", "/api/v1/things/longer")).path("errors").path(0).path("pointer").stringValue())
                .isEqualTo("/path/id");
        assertThat(send(new MockHttpServletRequest("DELETE", "/api/v1/things/four"), new MockFilterChain()).getStatus()).isEqualTo(200);
        MockHttpServletRequest followed = new MockHttpServletRequest("GET", "/api/v1/things");
        followed.setQueryString("q=%C3%A9&limit=100&all=true");
        followed.addHeader("Last-Event-ID", "123456");
        assertThat(problem(followed).path("errors").path(0).path("pointer").stringValue()).isEqualTo("/header/Last-Event-ID");
    }

    @Test
    void whatIsNotDescribedIsLeftToWhoeverAnswersIt() throws Exception {
        for (String path : List.of("/api/v1/others", "/actuator/health", "/setup")) {
            MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
            request.setContent("{".getBytes(StandardCharsets.UTF_8));
            assertThat(send(request, new MockFilterChain()).getStatus()).isEqualTo(200);
        }
    }

    private JsonNode problem(MockHttpServletRequest request) throws Exception {
        MockFilterChain chain = new MockFilterChain();
        MockHttpServletResponse answer = send(request, chain);
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(chain.getRequest()).as("nothing travels on").isNull();
        return JsonMapper.shared().readTree(answer.getContentAsByteArray());
    }

    private MockHttpServletResponse send(MockHttpServletRequest request, MockFilterChain chain) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, chain);
        return response;
    }

    private String refusal(String body) throws Exception {
        MockHttpServletResponse answer = send("application/json", body, new MockFilterChain());
        assertThat(answer.getStatus()).isEqualTo(400);
        return answer.getContentAsString();
    }

    private MockHttpServletResponse send(String type, String body, MockFilterChain chain) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/things");
        request.addHeader("Content-Type", type);
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        return send(request, chain);
    }
}
