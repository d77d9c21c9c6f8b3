package community.likeminds.agent;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.services.AgentProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A server that is told to end in the middle of its work says nothing of errors, and the next one takes the work up. */
class ServeEndTests {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path home;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void aServerEndsInOrderAndItsWorkIsTakenUp() throws Exception {
        FaultWork work = new FaultWork(home.resolve("work").resolve("docs"));
        try (AgentProcess server = new AgentProcess("all", home.resolve("server"), work.folder, Map.of("LIKEMINDS_AUTH_MODE", "local"))) {
            server.awaitReady();
            String job = send(server, "POST", "/api/v1/sources", Map.of("source", work.documentation.toString())).path("id").stringValue();
            JsonNode seen = await(server, job, "Embedding");
            assertThat(seen.path("state").asString()).as("%s", seen).isEqualTo("RUNNING");

            long told = System.nanoTime();
            int status = server.terminate(Duration.ofSeconds(10));
            System.out.printf("ended %.1f s after the signal%n", (System.nanoTime() - told) / 1e9);
            String log = server.log();
            assertThat(status).as(log).isEqualTo(143);
            assertThat(log.lines().filter(line -> line.contains(" ERROR ") || line.contains("Exception") || line.startsWith("\tat ") || line.contains("already closed")))
                    .as(log)
                    .isEmpty();

            server.start();
            server.awaitReady();
            assertThat(await(server, job, "none").path("state").asString()).isEqualTo("DONE");
            JsonNode source = send(server, "GET", "/api/v1/sources", null).path("sources").get(0);
            assertThat(List.of(source.path("pages").asInt(), source.path("chunks").asInt(), source.path("embedded").asInt()))
                    .containsOnly(FaultWork.PAGES);
        }
    }

    private JsonNode await(AgentProcess server, String job, String stage) throws Exception {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            JsonNode seen = send(server, "GET", "/api/v1/jobs/" + job, null);
            boolean ended = !List.of("QUEUED", "RUNNING").contains(seen.path("state").asString("?"));
            if (ended || seen.path("stage").asString().startsWith(stage) && seen.path("done").asInt() > 0 || System.nanoTime() > until) {
                return seen;
            }
            Thread.sleep(50);
        }
    }

    private JsonNode send(AgentProcess server, String method, String path, Map<String, Object> body) throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(server.address() + path))
                        .header("Content-Type", "application/json")
                        .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(Json.line(body)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return Json.read(answer.body());
    }
}
