package community.likeminds.agent;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.services.AgentProcess;
import community.likeminds.agent.services.Infrastructure;
import community.likeminds.agent.services.RealService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * In the middle of an ingestion a process is killed or a server is stopped for a while: the ingestion ends all the same, every passage is there
 * once. Prints a table, with what the health of the documentation agent said meanwhile.
 */
class FaultTests {

    private static final List<String> PROCESSES =
            List.of("gateway", "documentation-agent", "coding-agent", "processors", "vectors", "project");
    private static final int PAGES = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final Duration OUTAGE = Duration.ofSeconds(8);

    @TempDir
    Path home;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> table = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private URI gateway;
    private Path work;

    /** What is broken and mended again. */
    private interface Fault {
        void begin() throws Exception;

        void end() throws Exception;
    }

    @Test
    void anIngestionOutlivesEveryProcessAndServer() throws Exception {
        work = Files.createDirectories(home.resolve("work"));
        Map<String, AgentProcess> processes = new LinkedHashMap<>();
        try (Infrastructure servers = new Infrastructure()) {
            try {
                for (String roles : PROCESSES) {
                    processes.put(roles, new AgentProcess(roles, home.resolve(roles), work, servers.settings()));
                }
                AgentProcess.awaitReady(List.copyOf(processes.values()));
                gateway = processes.get("gateway").address();
                AgentProcess watched = processes.get("documentation-agent");
                for (AgentProcess process : processes.values()) {
                    strike("kill -9 " + process.roles(), watched, killed(process));
                }
                Map<String, RealService> stores = new LinkedHashMap<>();
                stores.put("postgresql", servers.postgresql);
                stores.put("redis", servers.redis);
                stores.put("rabbitmq", servers.rabbitmq);
                stores.put("chroma", servers.chroma);
                stores.put("s3", servers.s3);
                stores.put("consul", servers.consul);
                for (Map.Entry<String, RealService> store : stores.entrySet()) {
                    strike("stop " + store.getKey(), watched, stopped(store.getValue()));
                }
            } finally {
                table.forEach(System.out::println);
                if (!failures.isEmpty()) {
                    for (AgentProcess process : processes.values()) {
                        System.out.println("--- " + process.roles() + "\n" + process.log());
                    }
                }
                for (AgentProcess process : processes.values()) {
                    process.close();
                }
            }
        }
        assertThat(failures).isEmpty();
    }

    private static Fault killed(AgentProcess process) {
        return new Fault() {
            @Override
            public void begin() throws Exception {
                process.kill();
            }

            @Override
            public void end() throws Exception {
                process.start();
                process.awaitReady();
            }
        };
    }

    private static Fault stopped(RealService service) {
        return new Fault() {
            @Override
            public void begin() {
                service.stop();
            }

            @Override
            public void end() throws Exception {
                Thread.sleep(OUTAGE);
                service.startAgain();
            }
        };
    }

    private void strike(String name, AgentProcess watched, Fault fault) throws Exception {
        String source = name.replaceAll("[^a-z]+", "-");
        Path docs = documentation(source);
        long begun = System.nanoTime();
        String job = send("POST", "/api/v1/sources", Map.of("source", docs.toString())).path("id").stringValue();
        awaitState(job, List.of("RUNNING", "DONE"), PATIENCE);
        fault.begin();
        Thread.sleep(2_000);
        String health = health(watched);
        fault.end();
        String state = awaitState(job, List.of("DONE", "FAILED", "CANCELLED", "INTERRUPTED"), PATIENCE);
        JsonNode found = sources().get(source);
        String outcome = found == null ? "no source" : found.path("pages").intValue() + " pages, " + found.path("chunks").intValue() + " passages, "
                + found.path("embedded").intValue() + " vectors";
        boolean whole = found != null
                && found.path("pages").intValue() == PAGES
                && found.path("chunks").intValue() == PAGES
                && found.path("embedded").intValue() == PAGES;
        table.add("%-28s %-12s %6.1f s  %-40s %s".formatted(name, state, (System.nanoTime() - begun) / 1e9, outcome, health));
        System.out.println(table.getLast());
        if (!state.equals("DONE") || !whole) {
            failures.add(table.getLast());
        }
    }

    private static String health(AgentProcess process) {
        try {
            JsonNode components = Json.read(process.readiness().body()).path("components");
            return "stores " + components.path("stores").path("status").asString("?") + ", missing roles "
                    + components.path("roles").path("details").path("missing");
        } catch (IOException | InterruptedException away) {
            return "does not answer";
        }
    }

    private Map<String, JsonNode> sources() throws Exception {
        Map<String, JsonNode> byName = new LinkedHashMap<>();
        for (JsonNode one : send("GET", "/api/v1/sources", null).path("sources")) {
            byName.put(one.path("name").stringValue(), one);
        }
        return byName;
    }

    /** Asks until the job is in one of the states; a gateway that is away is asked again. */
    private String awaitState(String job, List<String> states, Duration patience) throws Exception {
        long until = System.nanoTime() + patience.toNanos();
        String last = "?";
        while (System.nanoTime() < until) {
            try {
                last = send("GET", "/api/v1/jobs/" + job, null).path("state").asString("?");
                if (states.contains(last)) {
                    return last;
                }
            } catch (IOException | IllegalStateException away) {
                last = "not told";
            }
            Thread.sleep(150);
        }
        return last;
    }

    private JsonNode send(String method, String path, Map<String, Object> body) throws Exception {
        for (int attempt = 0; ; attempt++) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(gateway.resolve(path))
                            .timeout(Duration.ofSeconds(60))
                            .header("Content-Type", "application/json")
                            .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(Json.line(body)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() < 300) {
                return Json.read(answer.body());
            }
            if (attempt == 5) {
                throw new IllegalStateException(method + " " + path + ": " + answer.body());
            }
            Thread.sleep(1_000);
        }
    }

    private Path documentation(String name) throws IOException {
        Path docs = Files.createDirectories(work.resolve(name));
        for (int page = 0; page < PAGES; page++) {
            Files.writeString(docs.resolve("page-" + page + ".md"), """
                    # Topic %d of %s

                    Topic %d explains how the beacon number %d is started, watched and stopped, and what its keeper has to know about lamps, lenses and fog.
                    """.formatted(page, name, page, page));
        }
        return docs;
    }
}
