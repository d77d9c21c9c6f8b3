package community.likeminds.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.agents.coding.CodingAgent;
import community.likeminds.agent.infrastructure.messaging.Consumption;
import community.likeminds.agent.infrastructure.messaging.MessageQueue;
import community.likeminds.agent.infrastructure.messaging.NewMessage;
import community.likeminds.agent.infrastructure.messaging.NewTask;
import community.likeminds.agent.infrastructure.messaging.Task;
import community.likeminds.agent.infrastructure.messaging.TaskHandler;
import community.likeminds.agent.infrastructure.messaging.Tasks;
import community.likeminds.agent.infrastructure.observability.DeployedFiguresTests;
import community.likeminds.agent.infrastructure.observability.OtlpReceiver;
import community.likeminds.agent.infrastructure.observability.OtlpReceiver.Received;
import community.likeminds.agent.infrastructure.storage.Caches;
import community.likeminds.agent.project.analysis.IntegrationValidator;
import community.likeminds.agent.project.environment.Commands;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What operators see of a server: its figures as Prometheus reads them, its traces as a collector gets them. */
class ObservedServerTests {

    /** The trace of whoever calls, another one in each test, so that none finds what another one left. */
    private final String caller = UUID.randomUUID().toString().replace("-", "");

    @TempDir
    static Path folder;

    private static OtlpReceiver collector;
    private static ConfigurableApplicationContext context;
    private static String address;

    private final HttpClient http = HttpClient.newHttpClient();

    /** A type of task that runs a program, as builds do. */
    @Configuration(proxyBeanMethods = false)
    static class Handlers {

        @Bean
        TaskHandler printing(Commands commands) {
            return new TaskHandler() {
                @Override
                public String type() {
                    return "printing";
                }

                @Override
                public String run(Task task, Reporter reporter) {
                    Commands.Result printed = commands.run(new Commands.Command(
                            folder, List.of("sh", "-c", "echo \"parent=$TRACEPARENT\""), Map.of(), Duration.ofSeconds(20), line -> {}));
                    return "{\"output\": \"" + printed.output().strip() + "\"}";
                }
            };
        }
    }

    @BeforeAll
    static void start() throws Exception {
        collector = new OtlpReceiver();
        Path docs = Files.createDirectories(folder.resolve("work/docs"));
        Files.writeString(docs.resolve("start.md"), "# Start\n\n## Start a session\n\nCall `openSession` with the key before anything else.\n");
        context = new SpringApplicationBuilder(Application.class, Handlers.class)
                .profiles("server")
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .run(
                        "--likeminds.data=" + folder.resolve("data"),
                        "--logging.level.root=WARN",
                        "--server.port=0",
                        "--likeminds.auth.mode=local",
                        "--likeminds.web.folders[0]=" + folder.resolve("work"),
                        "--management.opentelemetry.tracing.export.otlp.endpoint=" + collector.address() + "/v1/traces",
                        "--likeminds.metrics.every=500ms",
                        "--management.opentelemetry.tracing.export.schedule-delay=100ms");
        address = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    @AfterAll
    static void stop() {
        if (context != null) {
            context.close();
        }
        if (collector != null) {
            collector.close();
        }
    }

    @Test
    void aRequestGoesOnWithItsCallersTraceDownToTheModelAndTheIndex() throws Exception {
        Path docs = Files.createDirectories(folder.resolve("work/traced"));
        Files.writeString(docs.resolve("end.md"), "# End\n\n## End a session\n\nCall `closeSession` when the person leaves.\n");
        post("/api/v1/ingestions", "{\"source\": \"" + docs + "\"}");
        HttpResponse<String> found = post("/api/v1/search", "{\"query\": \"open a session for the first time\"}");
        assertThat(found.statusCode()).isEqualTo(200);
        Received index = collector.await(called("likeminds.index", "operation", "search"));
        assertThat(collector.path("http post /api/v1/search", index)).containsExactly("http post /api/v1/search", "likeminds.search", "likeminds.index");
        assertThat(collector.await(called("likeminds.search.leg", "leg", "words")).parent()).isEqualTo(index.id());
        Received written = collector.await(called("likeminds.index", "operation", "replace"));
        assertThat(collector.path("http post /api/v1/ingestions", written)).startsWith("http post /api/v1/ingestions", "likeminds.ingestion");
        assertThat(collector.refused()).isEmpty();
    }

    @Test
    void aTaskAndTheProgramThatItRunsBelongToTheTraceThatSubmittedIt() throws Exception {
        Tasks tasks = context.getBean(Tasks.class);
        TenantId tenant = new TenantId("observed");
        Task submitted = Observation.createNotStarted("test.request", context.getBean(ObservationRegistry.class))
                .observe(() -> tasks.submit(NewTask.of(tenant, "printing", "{}")));
        Received root = collector.await("test.request");
        Received program = collector.await(one -> one.name().equals("likeminds.process") && one.trace().equals(root.trace()));
        assertThat(collector.path("test.request", program)).containsExactly("test.request", "likeminds.queue.send", "likeminds.queue.handle", "likeminds.process");
        assertThat(ended(tasks, tenant, submitted.id()).result()).contains("parent=00-" + program.trace() + "-" + program.id() + "-0");
    }

    @Test
    void aMessageCarriesItsTraceInW3cHeaders() throws Exception {
        MessageQueue queues = context.getBean(MessageQueue.class);
        CompletableFuture<Map<String, String>> arrived = new CompletableFuture<>();
        try (MessageQueue.Subscription subscription =
                queues.consume("observed.letters", Consumption.of(1), message -> arrived.complete(message.headers()))) {
            queues.send("observed.letters", NewMessage.of(new TenantId("observed"), "{}").with(Map.of("kind", "letter")));
            Map<String, String> headers = arrived.get(30, TimeUnit.SECONDS);
            assertThat(headers).containsEntry("kind", "letter");
            assertThat(headers.get("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[13]");
        }
    }

    @Test
    void figuresAreThereAsPrometheusReadsThem() throws Exception {
        post("/api/v1/ingestions", "{\"source\": \"" + folder.resolve("work/docs") + "\"}");
        post("/api/v1/search", "{\"query\": \"open a session\"}");
        String figures = get("/actuator/prometheus", "text/plain").body();
        assertThat(figures)
                .contains("likeminds_ingestion_pages_total")
                .containsPattern("http_server_requests_seconds_count\\{[^}]*role=\"documentation-agent\"[^}]*uri=\"/api/v1/search\"")
                .containsPattern("likeminds_search_seconds_count\\{[^}]*operation=\"search\"[^}]*outcome=\"found\"")
                .containsPattern("likeminds_model_tokens_total\\{[^}]*operation=\"embed-query\"")
                .doesNotContain(folder.toString(), "open a session");
        assertThat(get("/actuator/prometheus", "application/openmetrics-text").body())
                .as("exemplars")
                .containsPattern("http_server_requests_seconds_bucket\\{[^}]*} \\d+ # \\{[^}]*trace_id=\"[0-9a-f]{32}\"");
    }

    @Test
    void whatWaitsIsCountedInTheBackground() throws Exception {
        context.getBean(Tasks.class).submit(NewTask.of(new TenantId("observed"), "printing", "{}").after(Duration.ofHours(1)));
        String figures = "";
        for (int i = 0; i < 300 && !figures.contains("likeminds_tasks{"); i++) {
            Thread.sleep(100);
            figures = get("/actuator/prometheus", "text/plain").body();
        }
        assertThat(figures)
                .containsPattern("likeminds_store_up\\{[^}]*adapter=\"h2\"[^}]*} 1.0")
                .containsPattern("likeminds_queue_messages\\{[^}]*queue=\"task.printing\"[^}]*state=\"ready\"[^}]*} 0.0")
                .containsPattern("likeminds_queue_messages\\{[^}]*queue=\"task.printing\"[^}]*state=\"held\"[^}]*} [1-9]")
                .containsPattern("likeminds_tasks\\{[^}]*state=\"queued\"[^}]*type=\"printing\"[^}]*} [1-9]")
                .contains("likeminds_tasks_oldest_seconds{", "likeminds_circuit_state{")
                .contains("likeminds_gauges_failures_total{application=\"likeminds-agent\"} 0.0");
    }

    @Test
    void everyMetricOfDashboardsAndAlertsExists() throws Exception {
        TenantId tenant = new TenantId("observed");
        post("/api/v1/ingestions", "{\"source\": \"" + folder.resolve("work/docs") + "\"}");
        post("/api/v1/search", "{\"query\": \"open a session\"}");
        post("/api/v1/answers", "{\"question\": \"How do I open a session?\"}");
        context.getBean(IntegrationValidator.class).syntax(Map.of("a.js", "1;"));
        context.getBean(Commands.class)
                .run(new Commands.Command(folder, List.of("sh", "-c", "true"), Map.of(), Duration.ofSeconds(20), line -> {}));
        assertThatThrownBy(() -> context.getBean(CodingAgent.class).undo(Files.createDirectories(folder.resolve("work/app"))));
        context.getBean(Caches.class).of(new Caches.Region("observed", Duration.ofMinutes(1), 10)).get(tenant, "nothing");
        context.getBean(Tasks.class).submit(NewTask.of(tenant, "printing", "{}").after(Duration.ofHours(1)));
        MessageQueue queues = context.getBean(MessageQueue.class);
        try (MessageQueue.Subscription subscription = queues.consume("observed.refused", Consumption.of(1), message -> {
            throw AgentException.badInput("test-refused", "It is refused.", "Send another one.");
        })) {
            queues.send("observed.refused", NewMessage.of(tenant, "{}"));
            Set<String> missing = missing();
            for (int i = 0; i < 300 && !missing.isEmpty(); i++) {
                Thread.sleep(100);
                missing = missing();
            }
            assertThat(missing).isEmpty();
        }
    }

    private Set<String> missing() throws Exception {
        String figures = get("/actuator/prometheus", "text/plain").body();
        return DeployedFiguresTests.metrics().stream()
                .filter(name -> !figures.contains("\n" + name + "{"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void nothingElseOfTheManagementIsServed() throws Exception {
        for (String path : List.of("/actuator/env", "/actuator/heapdump", "/actuator/beans", "/actuator/loggers", "/actuator/configprops")) {
            assertThat(get(path, "application/json").statusCode()).as(path).isEqualTo(404);
        }
    }

    private static Task ended(Tasks tasks, TenantId tenant, String id) throws InterruptedException {
        Task task = tasks.find(tenant, id).orElseThrow();
        for (int i = 0; i < 300 && !task.state().isFinal(); i++) {
            Thread.sleep(100);
            task = tasks.find(tenant, id).orElseThrow();
        }
        return task;
    }

    private Predicate<Received> called(String name, String key, String value) {
        return one -> one.trace().equals(caller) && one.name().equals(name) && one.attribute(key).equals(value);
    }

    private HttpResponse<String> get(String path, String accept) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(address + path)).header("Accept", accept).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .header("traceparent", "00-" + caller + "-00f067aa0ba902b7-01")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
