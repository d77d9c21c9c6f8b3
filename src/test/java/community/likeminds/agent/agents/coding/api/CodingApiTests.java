package community.likeminds.agent.agents.coding.api;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.coding.ApplyOptions;
import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.ProjectChecks;
import community.likeminds.agent.fakes.FakeCodingAgent;
import community.likeminds.agent.fakes.FakeProjects;
import community.likeminds.agent.fakes.FakeReports;
import community.likeminds.agent.fakes.FakeTasks;
import community.likeminds.agent.infrastructure.messaging.NewTask;
import community.likeminds.agent.infrastructure.web.WebConfiguration;
import community.likeminds.agent.shared.AgentException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The routes of projects, plans, integrations and reports. */
@WebMvcTest({PlansController.class, ProjectsController.class, ReportsController.class})
@Import({WebConfiguration.class, ProjectPlaces.class, FakeProjects.class, CodingApiTests.Fakes.class})
class CodingApiTests {

    /** Not annotated, or the tests of the whole application would find it. */
    static class Fakes {

        @Bean
        FakeReports reports() {
            return new FakeReports();
        }

        @Bean
        ProjectChecks projectChecks() {
            return (tenant, project, key) -> new FakeTasks().submit(NewTask.of(tenant, "project-check", "{}"));
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
        registry.add("likeminds.web.folders", () -> projects.toString());
    }

    @Autowired
    private MockMvcTester http;

    @Autowired
    private FakeCodingAgent coding;

    @BeforeEach
    void fresh() {
        coding.integrated.clear();
        coding.error = null;
        coding.status = IntegrationReport.VERIFIED;
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
        assertThat(post("/api/v1/projects/checks", "{\"project\": \"" + project + "\"}"))
                .hasStatus(202)
                .hasHeader("Location", "/api/v1/tasks/new")
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("project-check");
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
    void whoHasAnAnswerIsNotSentItAgainUntilItChanges() {
        coding.root = projects;
        Set<String> tags = new TreeSet<>();
        for (String type : List.of("application/json", "text/markdown", "text/html")) {
            String tag = tag("/api/v1/reports/r1", type);
            tags.add(tag);
            for (String known : List.of(tag, "\"other\", " + tag)) {
                assertThat(http.get().uri("/api/v1/reports/r1").accept(type).header("If-None-Match", known)).hasStatus(304).hasHeader("ETag", tag).bodyText().isEmpty();
            }
            assertThat(http.get().uri("/api/v1/reports/r1").accept(type).header("If-None-Match", "\"other\"")).hasStatusOk().hasHeader("ETag", tag).bodyText().isNotEmpty();
        }
        tags.add(tag("/api/v1/plans/p1", "application/json"));
        tags.add(tag("/api/v1/plans/p1", "application/yaml"));
        assertThat(tags).as("each its own").hasSize(5);
        String before = tag("/api/v1/plans/p1", "application/json");
        coding.root = projects.resolve("moved");
        assertThat(http.get().uri("/api/v1/plans/p1").header("If-None-Match", before)).hasStatusOk();
        assertThat(http.get().uri("/api/v1/reports/r2").header("If-None-Match", "\"other\"")).hasStatus(404);
        assertThat(http.get().uri("/api/v1/reports")).hasStatusOk().doesNotContainHeader("ETag");
    }

    private String tag(String path, String type) {
        String tag = http.get().uri(path).accept(type).exchange().getResponse().getHeader("ETag");
        assertThat(tag).startsWith("W/\"").hasSizeGreaterThan(20);
        return String.valueOf(tag);
    }

    @Test
    void projectsElsewhereAreNotTouched() {
        assertThat(post("/api/v1/integrations", "{\"project\": \"/\", \"request\": \"Add it\"}"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("folder-not-allowed");
        assertThat(coding.integrated).isEmpty();
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

    private MvcTestResult post(String path, String body) {
        return http.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
