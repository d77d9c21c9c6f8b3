package community.likeminds.agent;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.infrastructure.observability.OtlpReceiver;
import community.likeminds.agent.infrastructure.observability.OtlpReceiver.Received;
import community.likeminds.agent.services.AgentProcess;
import community.likeminds.agent.services.Infrastructure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The main job over REST: every role in a process of its own on real servers, and again in one process on embedded stores, with the same result. */
class RolesApartTests {

    private static final List<String> PROCESSES =
            List.of("gateway", "auth", "documentation-agent", "coding-agent", "processors", "vectors", "project");

    /** The span of whoever calls, which is recorded elsewhere. */
    private static final String CALLER_SPAN = "00f067aa0ba902b7";

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void theSameJobHasTheSameResult() throws Exception {
        JobResult together = oneProcess(folder.resolve("together"));
        JobResult apart = everyRoleApart(folder.resolve("apart"));
        assertThat(apart.report).isEqualTo(together.report);
        assertThat(apart.answer).isEqualTo(together.answer);
        assertThat(apart.changed).isEqualTo(together.changed).isNotEmpty();
    }

    /**
     * @param answer to the question
     * @param report without what differs from run to run
     * @param changed content of the files that the run changed, by path
     */
    private record JobResult(String answer, String report, Map<String, String> changed) {}

    private JobResult oneProcess(Path home) throws Exception {
        Path work = work(home);
        try (AgentProcess process = new AgentProcess("all", home.resolve("all"), work, Map.of("LIKEMINDS_AUTH_MODE", "local"))) {
            process.awaitReady();
            return job(process.address(), work);
        }
    }

    private JobResult everyRoleApart(Path home) throws Exception {
        Path work = work(home);
        List<AgentProcess> processes = new ArrayList<>();
        try (Infrastructure servers = new Infrastructure();
                OtlpReceiver collector = new OtlpReceiver()) {
            try {
                for (String roles : PROCESSES) {
                    Map<String, String> settings = new HashMap<>(servers.settings());
                    settings.put("OTEL_EXPORTER_OTLP_ENDPOINT", collector.address());
                    settings.put("OTEL_SERVICE_NAME", roles);
                    processes.add(new AgentProcess(roles, home.resolve(roles), work, settings));
                }
                AgentProcess.awaitReady(processes);
                JobResult result = job(processes.getFirst().address(), work);
                oneTrace(processes.getFirst().address(), new FaultWork(work.resolve("traced")), collector);
                signingInIsApart(processes);
                return result;
            } catch (Exception | AssertionError failure) {
                for (AgentProcess process : processes) {
                    System.out.println("--- " + process.roles() + "\n" + process.log());
                }
                throw failure;
            } finally {
                for (AgentProcess process : processes) {
                    process.close();
                }
            }
        }
    }

    private JobResult job(URI gateway, Path work) throws Exception {
        Path project = work.resolve("app");
        Map<String, String> before = Beacon.files(project);
        post(gateway, "/api/v1/ingestions", Map.of("source", work.resolve("docs").toString()));
        String answer = post(gateway, "/api/v1/answers", Map.of("question", "How do I start the beacon?")).path("answer").stringValue();
        JsonNode plan = post(
                gateway,
                "/api/v1/plans",
                Map.of("project", project.toString(), "request", "Add the beacon to this app", "skip", List.of("install", "build")));
        JsonNode report = post(
                gateway,
                "/api/v1/plans/" + plan.path("id").stringValue() + "/apply",
                Map.of("values", Map.of("BEACON_KEY", "k-123"), "skip", List.of("install", "build")));
        Map<String, String> after = Beacon.files(project);
        Map<String, String> changed = new TreeMap<>(after);
        changed.entrySet().removeAll(before.entrySet());
        post(gateway, "/api/v1/projects/undo", Map.of("project", project.toString()));
        assertThat(Beacon.files(project)).isEqualTo(before);
        return new JobResult(answer, Beacon.normalised(report, work), changed);
    }

    /** A run's last program, started two processes and a broker away, belongs to the trace of whoever asked for the run. */
    private void oneTrace(URI gateway, FaultWork project, OtlpReceiver collector) throws Exception {
        project.release();
        String caller = UUID.randomUUID().toString().replace("-", "");
        HttpResponse<String> begun = http.send(
                HttpRequest.newBuilder(gateway.resolve("/api/v1/runs"))
                        .timeout(Duration.ofMinutes(1))
                        .header("Content-Type", "application/json")
                        .header("traceparent", "00-" + caller + "-" + CALLER_SPAN + "-01")
                        .POST(HttpRequest.BodyPublishers.ofString(Json.line(Map.of(
                                "project", project.project.toString(),
                                "docs", List.of(project.guide.toString()),
                                "request", "Add the beacon to this app",
                                "values", Map.of("BEACON_KEY", "k-123")))))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(begun.statusCode()).as(begun.body()).isBetween(200, 299);
        Received build = collector.await(span -> span.trace().equals(caller) && span.name().equals("likeminds.process") && builds(collector.way(span)));
        List<Received> way = collector.way(build);
        assertThat(way).extracting(Received::name).contains("likeminds.queue.send", "likeminds.queue.handle");
        assertThat(way).extracting(span -> span.resource().get("service.name")).containsSubsequence("gateway", "coding-agent", "project");
        assertThat(collector.refused()).isEmpty();
    }

    /** Whether it leads from the caller's request to the rung that builds, with nothing missing between. */
    private static boolean builds(List<Received> way) {
        return way.getFirst().parent().equals(CALLER_SPAN) && way.stream().anyMatch(span -> span.attribute("rung").equals("build"));
    }

    /** Accounts are served by their own role only; what it has given out is verified everywhere, also while it is away. */
    private void signingInIsApart(List<AgentProcess> processes) throws Exception {
        URI gateway = processes.getFirst().address();
        AgentProcess auth = processes.get(PROCESSES.indexOf("auth"));
        URI agent = processes.get(PROCESSES.indexOf("documentation-agent")).address();
        String signing = "/api/v1/auth/keys";
        HttpResponse<String> published = get(gateway, signing, "");
        assertThat(published.statusCode()).isEqualTo(200);
        assertThat(published.body()).contains("\"keys\"").isEqualTo(get(auth.address(), signing, "").body());
        assertThat(get(agent, signing, "").statusCode()).isEqualTo(404);
        JsonNode account = post(gateway, "/api/v1/service-accounts", Map.of("name", "apart", "roles", List.of("viewer")));
        String key = post(gateway, "/api/v1/keys", Map.of("account", account.path("id").stringValue(), "name", "apart"))
                .path("secret")
                .stringValue();
        auth.close();
        assertThat(get(gateway, signing, "").statusCode()).isBetween(500, 599);
        assertThat(get(gateway, "/api/v1/sources", key).statusCode()).isEqualTo(200);
        assertThat(get(agent, "/api/v1/sources", key).statusCode()).isEqualTo(200);
        assertThat(get(gateway, "/api/v1/sources", key + "x").statusCode()).isEqualTo(401);
    }

    /** @param credential empty for none */
    private HttpResponse<String> get(URI process, String path, String credential) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(process.resolve(path)).timeout(Duration.ofMinutes(1));
        if (!credential.isEmpty()) {
            request.header("Authorization", "Bearer " + credential);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode post(URI gateway, String path, Map<String, Object> body) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(gateway.resolve(path))
                        .timeout(Duration.ofMinutes(4))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(Json.line(body)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isBetween(200, 299);
        return Json.read(answer.body());
    }

    /** A made-up SDK and an app to put it into. */
    private static Path work(Path home) throws IOException {
        Path work = Files.createDirectories(home.resolve("work"));
        Beacon.documentation(work.resolve("docs"));
        Beacon.app(work.resolve("app"));
        return work;
    }
}
