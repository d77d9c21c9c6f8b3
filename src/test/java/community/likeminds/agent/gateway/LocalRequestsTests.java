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
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is let in. */
@WebMvcTest(LocalRequestsTests.class)
@Import({WebConfiguration.class, GatewayConfiguration.class, LocalRequestsTests.Routes.class})
class LocalRequestsTests {

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

}
