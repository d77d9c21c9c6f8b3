package community.likeminds.agent.infrastructure.web;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.shared.TenantId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What every route shares: problems, limits, the caller's tenant. */
@WebMvcTest(WebTests.class)
@Import({WebConfiguration.class, WebTests.Routes.class})
class WebTests {

    static class Routes {

        /** A local class, which the tests of the whole application do not find. */
        @Bean
        Object echo() {
            @RestController
            class Echo {

                @PostMapping("/api/v1/search")
                String search(@RequestBody Map<String, String> body) {
                    return body.getOrDefault("query", "");
                }

                @GetMapping("/api/v1/sources")
                String sources(TenantId tenant) {
                    return tenant.value();
                }
            }
            return new Echo();
        }
    }

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("likeminds.web.max-body-bytes", () -> 2000);
    }

    @Autowired
    private MockMvcTester http;

    @Test
    void unknownRoutesAndMethodsAreProblemsToo() {
        assertThat(http.get().uri("/api/v1/nothing"))
                .hasStatus(404)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("route-unknown");
        assertThat(http.put().uri("/api/v1/sources"))
                .hasStatus(405)
                .hasHeader("Allow", "GET")
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("method-not-allowed");
    }

    @Test
    void aBodyBeyondTheLimitIsRefused() {
        String body = "{\"query\": \"" + "x".repeat(3000) + "\"}";
        assertThat(post("/api/v1/search", body))
                .hasStatus(413)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("body-too-large");
    }

    @Test
    void theTenantIsWhatTheCallersFilterFoundNotWhatTheCallerSays() {
        assertThat(http.get().uri("/api/v1/sources?tenant=other&value=other")).hasStatusOk().bodyText().isEqualTo(TenantId.DEFAULT.value());
        assertThat(http.get().uri("/api/v1/sources").requestAttr(CallerAttributes.TENANT, new TenantId("mine"))).hasStatusOk().bodyText().isEqualTo("mine");
    }

    private MvcTestResult post(String path, String body) {
        return http.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
