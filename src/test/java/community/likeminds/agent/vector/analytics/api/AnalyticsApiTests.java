package community.likeminds.agent.vector.analytics.api;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.fakes.FakeSearchAnalytics;
import community.likeminds.agent.infrastructure.web.WebConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The routes of what people search for. */
@WebMvcTest(AnalyticsController.class)
@Import({WebConfiguration.class, AnalyticsApiTests.Fakes.class})
class AnalyticsApiTests {

    /** Not annotated, or the tests of the whole application would find it. */
    static class Fakes {

        @Bean
        FakeSearchAnalytics searchAnalytics() {
            return new FakeSearchAnalytics();
        }
    }

    @Autowired
    private MockMvcTester http;

    @Autowired
    private FakeSearchAnalytics analytics;

    @Test
    void analyticsAreReportedAndToldWhatHelped() {
        assertThat(http.get().uri("/api/v1/analytics?days=7&most=5"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.gaps[0].topic")
                .isEqualTo("Video calls?");
        assertThat(http.get().uri("/api/v1/analytics?days=0")).hasStatus(400);
        assertThat(post("/api/v1/searches/s1/used", "{\"pages\": [{\"source\": \"docs\", \"page\": \"a.md\"}]}"))
                .hasStatus(204);
        assertThat(post("/api/v1/searches/s1/used", "{\"pages\": []}")).hasStatus(400);
        assertThat(http.delete().uri("/api/v1/analytics")).hasStatusOk().bodyJson().extractingPath("$.searches").isInstanceOf(Integer.class);
        assertThat(analytics.calls).containsExactly("s1 [PageRef[source=docs, page=a.md]]", "forget");
    }

    private MvcTestResult post(String path, String body) {
        return http.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
