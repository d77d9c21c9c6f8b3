package community.likeminds.agent.infrastructure.messaging.api;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.infrastructure.messaging.DeadLetters;
import community.likeminds.agent.infrastructure.messaging.Message;
import community.likeminds.agent.infrastructure.messaging.NewTask;
import community.likeminds.agent.infrastructure.messaging.Priority;
import community.likeminds.agent.infrastructure.messaging.Task;
import community.likeminds.agent.infrastructure.messaging.Tasks;
import community.likeminds.agent.infrastructure.messaging.deadletter.DeadLetterHandler;
import community.likeminds.agent.infrastructure.messaging.deadletter.Failure;
import community.likeminds.agent.infrastructure.storage.StorageContext;
import community.likeminds.agent.infrastructure.web.CallerAttributes;
import community.likeminds.agent.infrastructure.web.WebConfiguration;
import community.likeminds.agent.shared.TenantId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The routes of tasks and dead letters, over real tables. */
@WebMvcTest({TasksController.class, DeadLettersController.class})
@Import({WebConfiguration.class, TasksApiTests.Wiring.class})
class TasksApiTests {

    private static final TenantId OTHER = new TenantId("other");

    static class Wiring {

        record Store(AnnotationConfigApplicationContext context) {}

        /** Not annotated as a configuration, or the tests of the whole application would find it. */
        @ComponentScan(lazyInit = true, basePackageClasses = Tasks.class)
        static class Messaging {}

        @Bean
        Store store() {
            return new Store(StorageContext.start(
                    data, List.of(), beans -> beans.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()), Messaging.class));
        }

        @Bean
        Tasks tasks(Store store) {
            return store.context().getBean(Tasks.class);
        }

        @Bean
        DeadLetters deadLetters(Store store) {
            return store.context().getBean(DeadLetters.class);
        }
    }

    @TempDir
    static Path data;

    @Autowired
    private MockMvcTester http;

    @Autowired
    private Tasks tasks;

    @Autowired
    private DeadLetters letters;

    @Test
    void tasksAreListedFollowedAndCancelledByTheirTenantOnly() throws Exception {
        Task queued = tasks.submit(NewTask.of(TenantId.DEFAULT, "count", "{\"secret\":1}"));
        tasks.run(NewTask.of(TenantId.DEFAULT, "sum", "{}"), (task, reporter) -> {
            reporter.event("step", "{\"number\":1}");
            reporter.event("step", "{\"number\":2}");
            return Map.of("sum", 3);
        });
        String done = tasks.list(TenantId.DEFAULT, "sum", 1).getFirst().id();
        MvcTestResult listed = http.get().uri("/api/v1/tasks?limit=2").exchange();
        assertThat(listed).hasStatusOk().bodyJson().extractingPath("$.tasks[*].state").asArray().containsExactlyInAnyOrder("queued", "succeeded");
        assertThat(listed.getResponse().getContentAsString()).doesNotContain("secret");
        assertThat(http.get().uri("/api/v1/tasks?type=sum")).bodyJson().extractingPath("$.tasks[0].result.sum").isEqualTo(3);
        assertThat(http.get().uri("/api/v1/tasks?limit=0")).hasStatus(400);

        MvcTestResult followed = http.get().uri("/api/v1/tasks/" + done + "/events").accept("text/event-stream").exchange(Duration.ofSeconds(20));
        assertThat(followed.getResponse().getContentAsString().lines().filter(line -> line.startsWith("event:") || line.startsWith("data:{\"number")))
                .containsExactly("event:step", "data:{\"number\":1}", "event:step", "data:{\"number\":2}", "event:succeeded");

        for (String path : List.of("/api/v1/tasks/" + queued.id(), "/api/v1/tasks/" + queued.id() + "/events")) {
            assertThat(http.get().uri(path).requestAttr(CallerAttributes.TENANT, OTHER)).hasStatus(404).bodyJson().extractingPath("$.code").isEqualTo("task-unknown");
        }
        assertThat(http.get().uri("/api/v1/tasks").requestAttr(CallerAttributes.TENANT, OTHER)).bodyJson().extractingPath("$.tasks.length()").isEqualTo(0);
        assertThat(http.delete().uri("/api/v1/tasks/" + queued.id()).requestAttr(CallerAttributes.TENANT, OTHER)).hasStatus(404);
        assertThat(http.delete().uri("/api/v1/tasks/" + queued.id())).hasStatus(202).bodyJson().extractingPath("$.state").isEqualTo("cancelled");
        assertThat(http.delete().uri("/api/v1/tasks/" + queued.id())).hasStatus(409).bodyJson().extractingPath("$.code").isEqualTo("task-ended");
    }

    @Test
    void deadLettersAreShownSentAgainAndDiscardedByTheirTenantOnly() {
        for (String id : List.of("one", "two")) {
            ((DeadLetterHandler) letters).bury(
                    "task.count", new Message(id, TenantId.DEFAULT, "x", Map.of(), Priority.NORMAL, 5), new Failure("broken", "It is broken.", true), () -> true);
        }
        assertThat(http.get().uri("/api/v1/dead-letters")).hasStatusOk().bodyJson().extractingPath("$.letters[*].id").asArray().containsExactlyInAnyOrder("one", "two");
        assertThat(http.get().uri("/api/v1/dead-letters/one")).bodyJson().extractingPath("$.reason").isEqualTo("It is broken.");
        assertThat(http.get().uri("/api/v1/dead-letters").requestAttr(CallerAttributes.TENANT, OTHER)).bodyJson().extractingPath("$.letters.length()").isEqualTo(0);
        assertThat(http.get().uri("/api/v1/dead-letters/one").requestAttr(CallerAttributes.TENANT, OTHER)).hasStatus(404);
        assertThat(http.post().uri("/api/v1/dead-letters/one/redrive").requestAttr(CallerAttributes.TENANT, OTHER)).hasStatus(404);
        assertThat(http.delete().uri("/api/v1/dead-letters/one").requestAttr(CallerAttributes.TENANT, OTHER)).hasStatus(404);
        assertThat(http.post().uri("/api/v1/dead-letters/one/redrive")).hasStatus(202);
        assertThat(http.post().uri("/api/v1/dead-letters/one/redrive")).hasStatus(404).bodyJson().extractingPath("$.code").isEqualTo("dead-letter-unknown");
        assertThat(http.delete().uri("/api/v1/dead-letters/two")).hasStatus(204);
        assertThat(http.get().uri("/api/v1/dead-letters")).bodyJson().extractingPath("$.letters.length()").isEqualTo(0);
    }
}
