package community.likeminds.agent.agents.documentation.api;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.documentation.AskRequest;
import community.likeminds.agent.agents.documentation.CodebaseSnapshots;
import community.likeminds.agent.agents.documentation.DocumentationReview;
import community.likeminds.agent.agents.documentation.DocumentationSnapshots;
import community.likeminds.agent.agents.documentation.Review;
import community.likeminds.agent.agents.documentation.ReviewTasks;
import community.likeminds.agent.agents.documentation.SearchRequest;
import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.fakes.FakeCodebases;
import community.likeminds.agent.fakes.FakeDocumentationAgent;
import community.likeminds.agent.fakes.FakeDocumentationReview;
import community.likeminds.agent.fakes.FakeIngestionJobs;
import community.likeminds.agent.fakes.FakeTasks;
import community.likeminds.agent.infrastructure.messaging.NewTask;
import community.likeminds.agent.infrastructure.messaging.Task;
import community.likeminds.agent.infrastructure.web.WebConfiguration;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The routes of documentation, source code and questions. */
@WebMvcTest({AnswersController.class, CodeController.class, DocumentationChecksController.class, JobsController.class, SnapshotsController.class, SourcesController.class})
@Import({WebConfiguration.class, DocumentationApiTests.Fakes.class})
class DocumentationApiTests {

    /** Not annotated, or the tests of the whole application would find it. */
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
        ReviewTasks reviewTasks() {
            return new ReviewTasks() {
                @Override
                public Task start(TenantId tenant, DocumentationReview.ReviewRequest request, String key) {
                    return new FakeTasks().submit(NewTask.of(tenant, "docs-check", "{}"));
                }

                @Override
                public Review get(TenantId tenant, String id) {
                    return new FakeDocumentationReview().review(new DocumentationReview.ReviewRequest("x", Set.of(), Set.of(), true), Progress.NONE);
                }
            };
        }

        @Bean
        FakeIngestionJobs ingestionJobs() {
            return new FakeIngestionJobs();
        }

        @Bean
        FakeCodebases codebases() {
            return new FakeCodebases();
        }

        @Bean
        CodebaseSnapshots codebaseSnapshots() {
            return new CodebaseSnapshots() {
                @Override
                public DocumentationSnapshots.Result save(TenantId tenant, List<String> codebases, Path file, Progress progress) {
                    return new DocumentationSnapshots.Result(codebases, 5, 4);
                }

                @Override
                public DocumentationSnapshots.Result restore(TenantId tenant, Path file, Progress progress) {
                    return new DocumentationSnapshots.Result(List.of("shop"), 5, 4);
                }
            };
        }

        @Bean
        DocumentationSnapshots documentationSnapshots() {
            return new DocumentationSnapshots() {
                @Override
                public Result save(TenantId tenant, List<String> sources, Path file, Progress progress) {
                    return new Result(sources, 5, 4);
                }

                @Override
                public Result restore(TenantId tenant, Path file, Progress progress) {
                    return new Result(List.of("docs"), 5, 4);
                }
            };
        }
    }

    @TempDir
    static Path projects;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("likeminds.web.folders", () -> projects.toString());
    }

    @Autowired
    private MockMvcTester http;

    @Autowired
    private FakeDocumentationAgent documentation;

    @Autowired
    private FakeIngestionJobs jobs;

    @BeforeEach
    void fresh() {
        documentation.calls.clear();
    }

    @Test
    void documentationIsChecked() {
        assertThat(post("/api/v1/docs/check", "{\"source\": \"npm:some-sdk\", \"known\": [\"f1\"], \"offline\": true}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.findings[0].code")
                .isEqualTo("fence-unbalanced");
        assertThat(post("/api/v1/docs/check", "{\"source\": \"\"}")).hasStatus(400);
        assertThat(post("/api/v1/docs/checks", "{\"source\": \"npm:some-sdk\"}"))
                .hasStatus(202)
                .hasHeader("Location", "/api/v1/tasks/new")
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("docs-check");
        assertThat(post("/api/v1/docs/checks", "{\"source\": \"/etc\"}")).hasStatus(400);
        assertThat(http.get().uri("/api/v1/docs/checks/new")).hasStatusOk().bodyJson().extractingPath("$.findings.length()").isEqualTo(2);
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
        String file = Json.line(projects.resolve("kept.zip").toString());
        assertThat(post("/api/v1/code/snapshots", "{\"file\": " + file + ", \"names\": [\"shop\"]}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.sources[0]")
                .isEqualTo("shop");
        assertThat(post("/api/v1/code/restorations", "{\"file\": " + file + "}")).hasStatusOk().bodyJson().extractingPath("$.passages").isEqualTo(5);
        assertThat(post("/api/v1/sources/snapshots", "{\"file\": " + file + "}")).hasStatusOk().bodyJson().extractingPath("$.vectors").isEqualTo(4);
        assertThat(post("/api/v1/sources/restorations", "{\"file\": " + file + "}")).hasStatusOk();
        for (String route : List.of("code/snapshots", "code/restorations", "sources/snapshots", "sources/restorations")) {
            assertThat(post("/api/v1/" + route, "{\"file\": \"/etc/kept.zip\"}")).hasStatus(400).bodyJson().extractingPath("$.code").isEqualTo("folder-not-allowed");
        }
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
        assertThat(http.get().uri("/api/v1/search?query=q&language=kotlin&version=2&kind=guide&explain=true&context=500&page=3&limit=20"))
                .hasStatusOk();
        assertThat(post("/api/v1/answers", "{\"question\": \"q\", \"kind\": \"faq\", \"explain\": true, \"context\": 0}"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.notices", path -> assertThat(path).isEqualTo(java.util.List.of()))
                .extractingPath("$.confidence")
                .isEqualTo(1.0);
        assertThat(documentation.calls)
                .containsExactly(
                        new SearchRequest("q", "", "", 20, new SearchRequest.Narrowing("kotlin", "2", "guide"), true, 500, 3),
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
    void aFieldThatNothingReadsIsRefusedAndNamed() {
        assertThat(post("/api/v1/search", "{\"query\": \"q\", \"tenant\": \"other\"}"))
                .hasStatus(400)
                .bodyJson()
                .isLenientlyEqualTo("{\"code\": \"field-unknown\", \"errors\": [{\"pointer\": \"/tenant\"}]}");
        assertThat(post("/api/v1/search", "{\"query\": \"q\", \"limit\": {}}"))
                .hasStatus(400)
                .bodyJson()
                .isLenientlyEqualTo("{\"code\": \"body-unreadable\", \"errors\": [{\"pointer\": \"/limit\"}]}");
    }

    @Test
    void foldersElsewhereAreNotRead() {
        assertThat(post("/api/v1/ingestions", "{\"source\": \"/\"}")).hasStatus(400).bodyJson().extractingPath("$.code").isEqualTo("folder-not-allowed");
        assertThat(documentation.calls).isEmpty();
    }

    private MvcTestResult post(String path, String body) {
        return http.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
