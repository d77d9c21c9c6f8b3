package community.likeminds.agent.gateway.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class JsonBodyTests {

    private final JsonBodyFilter filter = new JsonBodyFilter(new JsonShape(10_000));

    @ParameterizedTest
    @ValueSource(strings = {"{}", "", "{\"a\": [1, {\"b\": null}], \"c\": \"é\"}", " {\"a\": 1.5e3} "})
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
        "{'a': 1}                    | body-unreadable  | ``"
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
    void whatIsNoJsonIsLeftToItsRoute() throws Exception {
        assertThat(send("application/yaml", "id: [", new MockFilterChain()).getStatus()).isEqualTo(200);
        assertThat(send("nonsense", "{", new MockFilterChain()).getStatus()).isEqualTo(200);
        assertThat(send("application/merge-patch+json;charset=UTF-8", "{", new MockFilterChain()).getStatus()).isEqualTo(400);
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
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, chain);
        return response;
    }
}
