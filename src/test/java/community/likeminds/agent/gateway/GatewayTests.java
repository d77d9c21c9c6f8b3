package community.likeminds.agent.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.agents.coding.ApplyOptions;
import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.documentation.AskRequest;
import community.likeminds.agent.agents.documentation.SearchRequest;
import community.likeminds.agent.fakes.FakeCodebases;
import community.likeminds.agent.fakes.FakeCodingAgent;
import community.likeminds.agent.fakes.FakeDocumentationAgent;
import community.likeminds.agent.fakes.FakeDocumentationReview;
import community.likeminds.agent.fakes.FakeIngestionJobs;
import community.likeminds.agent.fakes.FakeReports;
import community.likeminds.agent.fakes.FakeSearchAnalytics;
import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The routes, their validation, their problem details, and who is let in. */
@WebMvcTest
@Import({GatewayConfiguration.class, GatewayTests.Fakes.class})
class GatewayTests {

    @TestConfiguration(proxyBeanMethods = false)
    static class Fakes {

        @Bean
        FakeDocumentationAgent documentationAgent() {
            return new FakeDocumentationAgent();
        }

        @Bean
        FakeDocumentationReview documentationReview() {
            return new FakeDocumentationReview();
        }

        @Bean
        FakeIngestionJobs ingestionJobs() {
            return new FakeIngestionJobs();
        }

        @Bean
        FakeSearchAnalytics searchAnalytics() {
            return new FakeSearchAnalytics();
        }

        @Bean
        FakeCodebases codebases() {
            return new FakeCodebases();
        }

        @Bean
        FakeReports reports() {
            return new FakeReports();
        }

        @Bean
        FakeCodingAgent codingAgent() {
            return new FakeCodingAgent();
        }
    }

    @TempDir
    static Path projects;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("likeminds.gateway.folders", () -> projects.toString());
        registry.add("likeminds.gateway.max-body-bytes", () -> 2000);
    }

    @Autowired
    private MockMvcTester http;

    @Autowired
    private FakeDocumentationAgent documentation;

    @Autowired
    private FakeIngestionJobs jobs;

    @Autowired
    private FakeSearchAnalytics analytics;

    @Autowired
    private FakeCodingAgent coding;

    @BeforeEach
    void fresh() {
        documentation.calls.clear();
        coding.integrated.clear();
        coding.error = null;
        coding.status = IntegrationReport.VERIFIED;
    }

    @Test
    void documentationIsChecked() {
        assertThat(post("/api/v1/docs/check", "{\"source\": \"npm:some-sdk\", \"known\": [\"f1\"], \"offline\": true}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.findings[0].code")
                .isEqualTo("fence-unbalanced");
        assertThat(post("/api/v1/docs/check", "{\"source\": \"\"}")).hasStatus(400);
        assertThat(post("/api/v1/docs/check", "{\"source\": \"/etc\"}")).hasStatus(400);
    }

    @Test
    void codeIsIndexedSearchedAndLookedThrough() {
        assertThat(post("/api/v1/code/codebases", "{\"location\": \"npm:some-sdk\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.files")
                .isEqualTo(2);
        assertThat(http.get().uri("/api/v1/code/codebases")).hasStatusOk().bodyJson().extractingPath("$.codebases[0].name").isEqualTo("shop");
        assertThat(post("/api/v1/code/search", "{\"query\": \"add an order\", \"limit\": 3}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.results[0].symbol")
                .isEqualTo("OrderBook.add");
        assertThat(post("/api/v1/code/symbols", "{\"location\": \"npm:some-sdk\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.files[0].symbols[0].kind")
                .isEqualTo("CLASS");
        assertThat(post("/api/v1/code/usage", "{\"location\": \"npm:some-sdk\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.packages[0].symbols[0].places[0]")
                .isEqualTo("src/a.ts:3");
        assertThat(http.delete().uri("/api/v1/code/codebases/shop")).hasStatus(204);
        assertThat(http.delete().uri("/api/v1/code/codebases/other")).hasStatus(404);
        assertThat(post("/api/v1/code/search", "{\"query\": \"\"}")).hasStatus(400);
        assertThat(post("/api/v1/code/codebases", "{\"location\": \"/etc\"}")).hasStatus(400);
        assertThat(post("/api/v1/code/symbols", "{\"location\": \"/etc/passwd\"}")).hasStatus(400);
    }

    @Test
    void sourcesAreListedReadAndForgotten() {
        assertThat(http.get().uri("/api/v1/sources"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.sources[0].name")
                .isEqualTo("docs");
        assertThat(post("/api/v1/ingestions", "{\"source\": \"npm:some-sdk\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.pages")
                .isEqualTo(2);
        assertThat(http.delete().uri("/api/v1/sources/docs")).hasStatus(204);
        assertThat(documentation.calls).containsExactly("npm:some-sdk", "remove docs");
        assertThat(http.delete().uri("/api/v1/sources/other"))
                .hasStatus(404)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"type": "urn:likeminds:problem:source-unknown", "title": "Not Found", "status": 404,
                         "detail": "There is no source 'other'.", "code": "source-unknown",
                         "remedy": "List them with: likeminds sources"}""");
    }

    @Test
    void searchTakesWordsInTheAddressOrInTheBody() {
        assertThat(http.get().uri("/api/v1/search?query=how to start&platform=react&limit=3"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.results[0].page")
                .isEqualTo("a.md");
        assertThat(post("/api/v1/search", "{\"query\": \"two\"}")).hasStatusOk();
        assertThat(documentation.calls)
                .containsExactly(
                        new SearchRequest("how to start", "react", "", 3), new SearchRequest("two", "", "", 10));
    }

    @Test
    void searchesAndAnswersAreNarrowedExplainedAndPaged() {
        documentation.calls.clear();
        assertThat(http.get().uri("/api/v1/search?query=q&language=kotlin&version=2&kind=Guide&explain=true&context=500&page=3&limit=20"))
                .hasStatusOk();
        assertThat(post("/api/v1/answers", "{\"question\": \"q\", \"kind\": \"faq\", \"explain\": true, \"context\": 0}"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.notices", path -> assertThat(path).isEqualTo(java.util.List.of()))
                .extractingPath("$.confidence")
                .isEqualTo(1.0);
        assertThat(documentation.calls)
                .containsExactly(
                        new SearchRequest("q", "", "", 20, new SearchRequest.Narrowing("kotlin", "2", "Guide"), true, 500, 3),
                        new AskRequest("q", "", "", new SearchRequest.Narrowing("", "", "faq"), true, 0));
        assertThat(post("/api/v1/search", "{\"query\": \"q\", \"kind\": \"poem\", \"page\": 0, \"context\": 16001}"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[*].field")
                .asArray()
                .containsExactlyInAnyOrder("kind", "page", "context");
        assertThat(post("/api/v1/code/search", "{\"query\": \"q\", \"kind\": \"class\", \"explain\": true}")).hasStatusOk();
    }

    @Test
    void answersComeWithCitations() {
        assertThat(post("/api/v1/answers", "{\"question\": \"How do I start?\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.citations[0].heading")
                .isEqualTo("Start");
    }

    @Test
    void ingestionsInTheBackgroundAreStartedAskedForAndEnded() {
        jobs.calls.clear();
        assertThat(post("/api/v1/sources", "{\"source\": \"npm:orbit\"}"))
                .hasStatus(202)
                .hasHeader("Location", "/api/v1/jobs/new")
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("QUEUED");
        assertThat(http.get().uri("/api/v1/jobs")).hasStatusOk().bodyJson().extractingPath("$.jobs[0].done").isEqualTo(64);
        assertThat(http.get().uri("/api/v1/jobs/two"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.failure.code")
                .isEqualTo("source-not-found");
        assertThat(http.get().uri("/api/v1/jobs/three")).hasStatus(404).bodyJson().extractingPath("$.code").isEqualTo("job-unknown");
        assertThat(http.delete().uri("/api/v1/jobs/one")).hasStatus(202).bodyJson().extractingPath("$.state").isEqualTo("CANCELLED");
        assertThat(jobs.calls).containsExactly("start npm:orbit", "cancel one");
        assertThat(post("/api/v1/sources", "{\"source\": \"/etc\"}")).hasStatus(400);
    }

    @Test
    void anIngestionIsFollowedToItsEnd() throws Exception {
        jobs.again();
        MvcTestResult followed = http.get().uri("/api/v1/jobs/live/events").accept("text/event-stream").exchange(Duration.ofSeconds(30));
        assertThat(followed).hasStatusOk().hasContentTypeCompatibleWith("text/event-stream");
        List<String> lines = followed.getResponse().getContentAsString().lines().toList();
        assertThat(lines.stream().filter(line -> line.startsWith("event:"))).containsExactly("event:progress", "event:progress", "event:progress", "event:done");
        assertThat(lines).anyMatch(line -> line.startsWith("data:{") && line.contains("\"stage\":\"Reading pages\""));
        List<String> ids = lines.stream().filter(line -> line.startsWith("id:")).map(line -> line.substring(3)).toList();
        assertThat(ids).doesNotHaveDuplicates();

        jobs.again();
        MvcTestResult again = http.get().uri("/api/v1/jobs/live/events").header("Last-Event-ID", ids.getFirst()).exchange(Duration.ofSeconds(30));
        assertThat(again.getResponse().getContentAsString().lines().filter(line -> line.startsWith("id:")).map(line -> line.substring(3)))
                .as("what the listener has already is not sent again").containsExactlyElementsOf(ids.subList(1, ids.size()));
        assertThat(http.get().uri("/api/v1/jobs/three/events").accept("text/event-stream")).hasStatus(404);
    }

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

    @Test
    void projectsAreInspectedPlannedIntegratedAndUndone() throws Exception {
        String project = projects.toRealPath().toString();
        assertThat(http.get().uri("/api/v1/projects/profile?path={path}", project))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.framework")
                .isEqualTo("vite-react");
        String body = "{\"project\": \"" + project + "\", \"request\": \"Add it\", \"values\": {\"KEY\": \"v\"}}";
        assertThat(post("/api/v1/plans", body))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.steps[0].kind")
                .isEqualTo("ADD_DEPENDENCY");
        assertThat(post("/api/v1/integrations", body))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("verified");
        assertThat(coding.integrated.getFirst().values()).containsEntry("KEY", "v");
        assertThat(post("/api/v1/projects/undo", "{\"project\": \"" + project + "\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.restored[0]")
                .isEqualTo("package.json");
    }

    @Test
    void plansAreListedReadEditedAppliedAndForgotten() throws Exception {
        coding.root = projects.toRealPath();
        coding.applied.clear();
        assertThat(http.get().uri("/api/v1/plans")).hasStatusOk().bodyJson().extractingPath("$.plans[0].id").isEqualTo("p1");
        assertThat(http.get().uri("/api/v1/plans/p1")).hasStatusOk().bodyJson().extractingPath("$.steps[0].changes[0].path").isEqualTo("package.json");
        assertThat(http.get().uri("/api/v1/plans/p1").accept("application/yaml")).hasStatusOk().bodyText().isEqualTo("id: p1\n");
        assertThat(http.put().uri("/api/v1/plans/p1").contentType("application/yaml").content("id: p1\n")).hasStatusOk();
        assertThat(http.put().uri("/api/v1/plans/p2").contentType("application/yaml").content("id: p1\n")).hasStatus(400);
        assertThat(post("/api/v1/plans/p1/dry-run", "{}")).hasStatusOk().bodyJson().extractingPath("$.changedFiles['package.json']").isEqualTo("changed");
        assertThat(post("/api/v1/plans/p1/apply", "{\"values\": {\"KEY\": \"v\"}, \"skip\": [\"build\"]}")).hasStatusOk();
        assertThat(coding.applied).containsExactly(new ApplyOptions(Map.of("KEY", "v"), "", false, List.of("build")));
        assertThat(http.get().uri("/api/v1/plans/nope")).hasStatus(404);
        assertThat(http.delete().uri("/api/v1/plans/p1")).hasStatus(204);
        coding.root = Path.of("/");
        assertThat(post("/api/v1/plans/p1/apply", "{}")).hasStatus(400).bodyJson().extractingPath("$.code").isEqualTo("folder-not-allowed");
    }

    @Test
    void reportsAreGivenInTheKindThatIsAskedFor() {
        assertThat(http.get().uri("/api/v1/reports")).hasStatusOk().bodyJson().extractingPath("$.reports[0].id").isEqualTo("r1");
        assertThat(http.get().uri("/api/v1/reports/r1")).hasStatusOk().bodyJson().extractingPath("$.status").isEqualTo("verified");
        assertThat(http.get().uri("/api/v1/reports/r1").accept("text/markdown")).hasStatusOk().bodyText().isEqualTo("# r1\n");
        assertThat(http.get().uri("/api/v1/reports/r1").accept("text/html")).hasStatusOk().bodyText().isEqualTo("<h1>r1</h1>\n");
        assertThat(http.get().uri("/api/v1/reports/r2")).hasStatus(404);
    }

    @Test
    void projectsElsewhereAreNotTouched() {
        assertThat(post("/api/v1/integrations", "{\"project\": \"/\", \"request\": \"Add it\"}"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("folder-not-allowed");
        assertThat(post("/api/v1/ingestions", "{\"source\": \"/\"}")).hasStatus(400);
        assertThat(coding.integrated).isEmpty();
        assertThat(documentation.calls).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "BAD_INPUT,400", "NOT_FOUND,404", "REFUSED,422", "CONFLICT,409", "UNAVAILABLE,503", "INTERNAL,500"
    })
    void everyKindOfErrorHasItsStatus(AgentException.Kind kind, int status) {
        coding.error = new AgentException(kind, "some-code", "The fact.", "The remedy.");
        assertThat(post("/api/v1/plans", "{\"project\": \"" + projects + "\", \"request\": \"Add it\"}"))
                .hasStatus(status)
                .bodyJson()
                .isLenientlyEqualTo("{\"code\": \"some-code\", \"detail\": \"The fact.\", \"remedy\": \"The remedy.\"}");
    }

    @Test
    void anUnexpectedErrorTellsNothingOfTheInside() {
        coding.error = new IllegalStateException("secret path");
        MvcTestResult result = post("/api/v1/plans", "{\"project\": \"" + projects + "\", \"request\": \"Add it\"}");
        assertThat(result).hasStatus(500).bodyText().contains("\"code\":\"internal\"").doesNotContain("secret");
    }

    @Test
    void wrongFieldsAreNamed() {
        assertThat(post("/api/v1/search", "{\"query\": \" \", \"limit\": 0}"))
                .hasStatus(400)
                .bodyJson()
                .hasPathSatisfying("$.code", path -> assertThat(path).isEqualTo("request-invalid"))
                .extractingPath("$.errors[*].field")
                .asArray()
                .containsExactlyInAnyOrder("query", "limit");
        assertThat(http.get().uri("/api/v1/search")).hasStatus(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1]", "{\"query\": {}}"})
    void whatIsNoBodyIsSaidToBeNone(String body) {
        assertThat(post("/api/v1/search", body))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("body-unreadable");
    }

    @Test
    void unknownRoutesAndMethodsAreProblemsToo() {
        assertThat(http.get().uri("/api/v1/nothing"))
                .hasStatus(404)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("route-unknown");
        assertThat(http.put().uri("/api/v1/sources"))
                .hasStatus(405)
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
    void aBodyThatDoesNotTellItsLengthEndsAtTheLimit() throws IOException {
        assertThat(new LimitedBody(request(3000), 3000).getInputStream().readAllBytes())
                .hasSize(3000);
        assertThatThrownBy(() -> new LimitedBody(request(3000), 2999).getReader().readLine())
                .isInstanceOf(LimitedBody.TooLarge.class);
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
        assertThat(documentation.calls).isEmpty();
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

    private static MockHttpServletRequest request(int bytes) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setContent(new byte[bytes]);
        return request;
    }

    private MvcTestResult post(String path, String body) {
        return http.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
