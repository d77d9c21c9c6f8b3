package community.likeminds.agent.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.infrastructure.web.WebConfiguration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is let in. */
@WebMvcTest(EntryTests.class)
@Import({WebConfiguration.class, GatewayConfiguration.class, EntryTests.Routes.class})
class EntryTests {

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("likeminds.gateway.hosts", () -> "agent.example");
        registry.add("likeminds.gateway.origins", () -> "https://console.example");
    }

    static class Routes {

        @Bean
        AtomicInteger searches() {
            return new AtomicInteger();
        }

        /** A local class, which the tests of the whole application do not find. */
        @Bean
        Object echo(AtomicInteger searches) {
            @RestController
            class Echo {

                @PostMapping("/api/v1/search")
                int search() {
                    return searches.incrementAndGet();
                }

                @GetMapping("/api/v1/sources")
                String sources() {
                    return "none";
                }
            }
            return new Echo();
        }
    }

    @Autowired
    private MockMvcTester http;

    @Autowired
    private AtomicInteger searches;

    @ParameterizedTest
    @ValueSource(strings = {"Authorization", "Origin", "Idempotency-Key", "Last-Event-ID"})
    void headersOfWhichThereIsOneAreNotReadTwice(String name) {
        assertThat(http.get().uri("/api/v1/sources").header(name, "a", "b")).hasStatus(400).bodyJson().extractingPath("$.code").isEqualTo("header-repeated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%ff", "%ed%a0%80=a", "a=%c0%af", "a=%", "a=%zz"})
    void queriesThatAreNoTextAreRefused(String query) {
        assertThat(http.get().uri("/api/v1/sources").with(request -> {
                    request.setQueryString(query);
                    return request;
                }))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("query-undecodable");
    }

    @Test
    void theVersionOfHttpWithoutHeadersIsRefused() {
        assertThat(http.get().uri("/api/v1/sources").with(request -> {
                    request.setProtocol("HTTP/0.9");
                    return request;
                }))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("protocol-unsupported");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "192.168.1.7", "127.0.0.1.evil.example"})
    void foreignHostNamesAreRefused(String host) {
        assertThat(http.get().uri("/api/v1/sources").with(request -> {
                    request.setServerName(host);
                    return request;
                }))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("host-not-local");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "http://localhost:3000", "null", "http://127.0.0.1.evil.example:80"})
    void foreignOriginsAreRefused(String origin) {
        assertThat(http.post()
                        .uri("/api/v1/search")
                        .header("Origin", origin)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"query\": \"x\"}"))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("origin-foreign");
        assertThat(searches).hasValue(0);
    }

    @Test
    void requestsThatAnotherSiteStartedAreRefusedButLinksWork() {
        assertThat(http.get().uri("/api/v1/sources").header("Sec-Fetch-Site", "cross-site")).hasStatus(403);
        assertThat(http.get()
                        .uri("/api/v1/sources")
                        .header("Sec-Fetch-Site", "cross-site")
                        .header("Sec-Fetch-Mode", "navigate"))
                .hasStatusOk();
        assertThat(http.get().uri("/api/v1/sources").header("Origin", "http://localhost:80")).hasStatusOk();
    }


    @ParameterizedTest
    @ValueSource(strings = {
        "/api/v1/../v1/sources", "/api/v1/%2e%2e/v1/sources", "/api//v1/sources", "/api/v1/sources;a=b", "/api/v1/sources%2f..", "/api/v1/so%00urces",
        "/api/v1/%5c..%5csources", "/api/v1/%252e%252e/sources", "/api/v1/./sources"
    })
    void pathsThatCanBeReadInTwoWaysAreRefused(String path) {
        assertThat(http.get().uri(java.net.URI.create(path))).hasStatus(400).bodyJson().extractingPath("$.code").isEqualTo("path-ambiguous");
    }

    @Test
    void browsersAreToldWhatAnswersMayBeUsedFor() {
        assertThat(http.get().uri("/api/v1/sources"))
                .hasStatusOk()
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("X-Frame-Options", "DENY")
                .hasHeader("Cache-Control", "no-store")
                .hasHeader("Referrer-Policy", "no-referrer")
                .hasHeader("Cross-Origin-Resource-Policy", "same-origin")
                .doesNotContainHeader("Strict-Transport-Security")
                .doesNotContainHeader("Access-Control-Allow-Origin")
                .headers().hasHeaderSatisfying("Content-Security-Policy", policy -> assertThat(policy.getFirst()).contains("default-src 'none'", "frame-ancestors 'none'").doesNotContain("script-src 'self' 'unsafe"));
    }

    @Test
    void everyAnswerNamesItsRequest() {
        assertThat(http.get().uri("/api/v1/sources").header("X-Request-Id", "report-4711")).hasHeader("X-Request-Id", "report-4711");
        assertThat(http.get().uri("/api/v1/sources").header("X-Request-Id", "a\r\nSet-Cookie: b=c").exchange().getResponse().getHeader("X-Request-Id")).hasSize(36);
        assertThat(http.get().uri("/api/v1/nothing").exchange().getResponse().getHeader("X-Request-Id")).hasSize(36);
    }

    @Test
    void pagesThatAreListedMayCallFromTheirOriginOthersMayNot() {
        assertThat(http.get().uri("/api/v1/sources").header("Origin", "https://console.example").header("Sec-Fetch-Site", "cross-site"))
                .hasStatusOk()
                .hasHeader("Access-Control-Allow-Origin", "https://console.example")
                .doesNotContainHeader("Access-Control-Allow-Credentials");
        assertThat(http.options().uri("/api/v1/search").header("Origin", "https://console.example").header("Access-Control-Request-Method", "POST")
                        .header("Access-Control-Request-Headers", "content-type,idempotency-key"))
                .hasStatusOk()
                .hasHeader("Access-Control-Allow-Origin", "https://console.example");
        assertThat(http.options().uri("/api/v1/search").header("Origin", "https://console.example.evil").header("Access-Control-Request-Method", "POST"))
                .hasStatus(403)
                .doesNotContainHeader("Access-Control-Allow-Origin");
    }

    @Test
    void theServerMayBeCalledByTheNamesThatItIsGiven() {
        assertThat(http.get().uri("/api/v1/sources").with(request -> {
                    request.setServerName("agent.example");
                    return request;
                }))
                .hasStatusOk();
    }
}
