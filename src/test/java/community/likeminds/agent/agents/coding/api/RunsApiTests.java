package community.likeminds.agent.agents.coding.api;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.coding.CodingAgent;
import community.likeminds.agent.agents.coding.Plans;
import community.likeminds.agent.agents.coding.Runs;
import community.likeminds.agent.agents.coding.SampleProject;
import community.likeminds.agent.agents.coding.orchestrator.BackgroundRuns;
import community.likeminds.agent.fakes.FakeProjects;
import community.likeminds.agent.infrastructure.messaging.Tasks;
import community.likeminds.agent.infrastructure.web.CallerAttributes;
import community.likeminds.agent.infrastructure.web.WebConfiguration;
import community.likeminds.agent.shared.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/** The routes of runs in the background, over real tasks. */
@WebMvcTest(RunsController.class)
@Import({WebConfiguration.class, ProjectPlaces.class, FakeProjects.class, RunsApiTests.Wiring.class})
class RunsApiTests {

    static class Wiring {

        @Bean(destroyMethod = "close")
        BackgroundRuns background() throws IOException {
            return new BackgroundRuns(SampleProject.viteReact(Files.createDirectories(folder.resolve("shop")).toRealPath()), folder.resolve("data")).working();
        }

        @Bean
        Runs runs(BackgroundRuns background) {
            return background.runs();
        }

        @Bean
        Tasks tasks(BackgroundRuns background) {
            return background.tasks();
        }

        @Bean
        CodingAgent agent(BackgroundRuns background) {
            return background.agent();
        }

        @Bean
        Plans plans(BackgroundRuns background) {
            return background.plans();
        }
    }

    @TempDir
    static Path folder;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("likeminds.web.folders", () -> folder.resolve("shop").toString());
    }

    @Autowired
    private MockMvcTester http;

    @Test
    void aRunIsStartedFollowedAndFoundAgainByItsTenantOnly() throws Exception {
        String body = "{\"project\": \"" + folder.resolve("shop").toRealPath() + "\", \"request\": \"Set up Signpost.\", \"docs\": [\"npm:signpost\"],"
                + " \"allowDirty\": true, \"values\": {\"SIGNPOST_APP_ID\": \"app-1\"}}";
        MvcTestResult started = post(body, "key-1");
        assertThat(started).hasStatus(202).bodyJson().extractingPath("$.project").asString().endsWith("shop");
        String location = started.getResponse().getHeader("Location");
        assertThat(post(body, "key-1").getResponse().getHeader("Location")).as("the same key gives the same run").isEqualTo(location);

        MvcTestResult followed = http.get().uri(location + "/events").accept("text/event-stream").exchange(Duration.ofSeconds(60));
        assertThat(followed).hasStatusOk().hasContentTypeCompatibleWith("text/event-stream");
        List<String> names = lines(followed, "event:");
        assertThat(names).contains("plan", "step", "check", "report").endsWith("succeeded");
        assertThat(names.indexOf("step")).isLessThan(names.indexOf("check"));
        List<String> ids = lines(followed, "id:");
        assertThat(ids).doesNotHaveDuplicates();
        MvcTestResult again = http.get().uri(location + "/events").header("Last-Event-ID", ids.get(2)).accept("text/event-stream").exchange(Duration.ofSeconds(60));
        List<String> missed = lines(again, "event:");
        List<String> all = http.get().uri(location + "/events").accept("text/event-stream").exchange(Duration.ofSeconds(60)).getResponse().getContentAsString()
                .lines().filter(line -> line.startsWith("event:")).map(line -> line.substring(6)).toList();
        assertThat(missed).isNotEmpty().hasSizeLessThan(all.size()).endsWith("succeeded");
        assertThat(missed).isEqualTo(all.subList(all.size() - missed.size(), all.size()));

        assertThat(http.get().uri(location)).hasStatusOk().bodyJson().extractingPath("$.status").isEqualTo("verified");
        assertThat(http.get().uri("/api/v1/runs")).hasStatusOk().bodyJson().extractingPath("$.runs.length()").isEqualTo(1);
        TenantId other = new TenantId("other");
        assertThat(http.get().uri(location).requestAttr(CallerAttributes.TENANT, other)).hasStatus(404).bodyJson().extractingPath("$.code").isEqualTo("run-unknown");
        assertThat(http.get().uri(location + "/events").requestAttr(CallerAttributes.TENANT, other)).hasStatus(404);
        assertThat(http.delete().uri(location).requestAttr(CallerAttributes.TENANT, other)).hasStatus(404);
        assertThat(http.get().uri("/api/v1/runs").requestAttr(CallerAttributes.TENANT, other)).bodyJson().extractingPath("$.runs.length()").isEqualTo(0);
        assertThat(http.delete().uri(location)).hasStatus(409).bodyJson().extractingPath("$.code").isEqualTo("run-ended");
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        assertThat(post("{}", "")).hasStatus(400).bodyJson().extractingPath("$.code").isEqualTo("run-unclear");
        assertThat(post("{\"project\": \"/\", \"request\": \"Add it\"}", "")).hasStatus(400).bodyJson().extractingPath("$.code").isEqualTo("folder-not-allowed");
        assertThat(post("{\"plan\": \"nothing\"}", "")).hasStatus(404).bodyJson().extractingPath("$.code").isEqualTo("plan-not-found");
        assertThat(http.get().uri("/api/v1/runs/nothing")).hasStatus(404);
    }

    private static List<String> lines(MvcTestResult result, String field) throws Exception {
        return result.getResponse().getContentAsString().lines().filter(line -> line.startsWith(field)).map(line -> line.substring(field.length())).toList();
    }

    private MvcTestResult post(String body, String key) {
        assertThat(JsonMapper.shared().readTree(body).isObject()).isTrue();
        return http.post().uri("/api/v1/runs").header("Idempotency-Key", key).contentType(MediaType.APPLICATION_JSON).content(body).exchange();
    }
}
