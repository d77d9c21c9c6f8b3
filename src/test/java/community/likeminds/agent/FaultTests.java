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
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * In the middle of an ingestion and of an integration run that go on at the same time, a process is killed or a server is stopped for 20 s: nothing
 * is lost, nothing is done twice, both end as they do undisturbed, undo brings every byte back, and health says meanwhile what is wrong. Prints a
 * table. {@code FAULTS}, a regular expression in the environment, chooses rows.
 */
class FaultTests {

    private static final List<String> PROCESSES =
            List.of("gateway", "auth", "documentation-agent", "coding-agent", "processors", "vectors", "project");
    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final Duration OUTAGE = Duration.ofSeconds(20);
    /** The run goes on into the outage and comes to its end in it. */
    private static final Duration BUILD = Duration.ofSeconds(3);

    @TempDir
    Path home;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> table = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final Map<String, AgentProcess> processes = new LinkedHashMap<>();
    private Path work;
    private Undisturbed undisturbed;

    /** How a run ends when nothing happens to it. */
    private record Undisturbed(String status, String report, Map<String, String> changed, List<String> commits, List<String> steps) {}

    /**
     * Something that breaks.
     *
     * @param gone roles of the process that is gone meanwhile, or empty
     * @param says what health says
     * @param by whose health says so
     */
    private record Fault(String name, String gone, List<String> says, List<String> by, Runnable begin, Mending end) {}

    @FunctionalInterface
    private interface Mending {
        void run() throws Exception;
    }

    @Test
    void nothingIsLostAndNothingDoneTwice() throws Exception {
        work = Files.createDirectories(home.resolve("work"));
        try (Infrastructure servers = new Infrastructure()) {
            try {
                for (String roles : PROCESSES) {
                    processes.put(roles, new AgentProcess(roles, home.resolve(roles), work, servers.settings()));
                }
                AgentProcess.awaitReady(List.copyOf(processes.values()));
                undisturbed = undisturbed();
                table.add("%-28s | %-38s | %-40s | %-60s | %s".formatted("fault", "ingestion (pages/passages/vectors)", "run", "health said (by how many processes)", "well again, with the restart"));
                String chosen = System.getenv().getOrDefault("FAULTS", ".*");
                for (Fault fault : faults(servers)) {
                    if (fault.name.matches(chosen)) {
                        strike(fault);
                    }
                }
            } finally {
                table.forEach(System.out::println);
                if (!failures.isEmpty() || undisturbed == null) {
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

    private List<Fault> faults(Infrastructure servers) {
        List<String> all = PROCESSES;
        return List.of(
                killed("gateway", List.of(), List.of()),
                killed("auth", List.of(), List.of()),
                killed("documentation-agent", List.of("documentation-agent"), List.of("gateway", "coding-agent", "vectors")),
                killed("coding-agent", List.of("coding-agent"), List.of("gateway")),
                killed("processors", List.of("code-processor"), List.of("documentation-agent", "coding-agent", "project")),
                killed("vectors", List.of("search-analytics"), List.of("gateway", "documentation-agent")),
                killed("project", List.of("analysis"), List.of("documentation-agent", "coding-agent")),
                stopped("postgresql", "DOWN, 503", servers.postgresql, all),
                stopped("redis", "DEGRADED, 200", servers.redis, List.of("gateway", "documentation-agent", "coding-agent")),
                stopped("rabbitmq", "DEGRADED, 200", servers.rabbitmq, all),
                stopped("chroma", "DOWN, 503", servers.chroma, List.of("vectors")),
                stopped("s3", "DOWN, 503", servers.s3, List.of("documentation-agent", "coding-agent")),
                stopped("consul", "DEGRADED, 200", servers.consul, all));
    }

    private Fault killed(String roles, List<String> missing, List<String> by) {
        AgentProcess process = processes.get(roles);
        List<String> says = missing.stream().map(role -> "role " + role + " DOWN, 503").toList();
        return new Fault("kill -9 " + roles, roles, says, by, process::kill, process::start);
    }

    private static Fault stopped(String name, String status, RealService service, List<String> by) {
        return new Fault("stop " + name, "", List.of(name + " " + status), by, service::stop, service::startAgain);
    }

    private Undisturbed undisturbed() throws Exception {
        FaultWork project = new FaultWork(work.resolve("undisturbed"));
        String run = begin(project);
        project.release();
        JsonNode ended = await("/api/v1/runs/" + run, FaultTests::ended, PATIENCE);
        String report = Beacon.normalised(send("GET", "/api/v1/reports/" + run, null, ""), project.folder);
        Undisturbed found = new Undisturbed(ended.path("status").asString(), report, project.changed(), project.commits(), steps(run));
        assertThat(found.status).as(report).isIn("verified", "partial");
        assertThat(found.commits).isNotEmpty();
        assertThat(found.steps).isNotEmpty();
        assertThat(found.changed).isNotEmpty();
        undo(project);
        assertThat(Beacon.files(project.project)).isEqualTo(project.before);
        return found;
    }

    private void strike(Fault fault) throws Exception {
        FaultWork project = new FaultWork(work.resolve(fault.name.replaceAll("[^a-z0-9]+", "-")));
        String run = begin(project);
        JsonNode integrating = await("/api/v1/runs/" + run, one -> ended(one) || one.path("stage").asString().startsWith("Building"), PATIENCE);
        String job = send("POST", "/api/v1/sources", Map.of("source", project.documentation.toString()), "").path("id").stringValue();
        JsonNode ingesting = await("/api/v1/jobs/" + job, one -> ended(one) || one.path("stage").asString().startsWith("Embedding") && one.path("done").asInt() > 0, PATIENCE);
        List<String> wrong = new ArrayList<>();
        if (ended(integrating) || ended(ingesting)) {
            wrong.add("not in the middle of it: " + integrating + " " + ingesting);
        }
        FaultHealth health = new FaultHealth(processes.values());
        long begun = System.nanoTime();
        fault.begin.run();
        listen(fault, project, health, begun);
        long mended = System.nanoTime();
        fault.end.run();
        List<String> open = health.settle(mended + PATIENCE.toNanos());
        double recovered = (System.nanoTime() - mended) / 1e9;
        if (!open.isEmpty()) {
            wrong.add("still unwell: " + open);
        }
        fault.says.stream().filter(says -> !health.heard(says, fault.by)).forEach(says -> wrong.add("not all of " + fault.by + " said " + says));
        if (!health.dead().isEmpty()) {
            wrong.add("not live: " + health.dead());
        }
        String ingestion = ingestion(job, project, wrong);
        String integration = integration(run, project, wrong);
        table.add("%-28s | %-38s | %-40s | %-60s | %5.1f s%s".formatted(
                fault.name, ingestion + " from " + ingesting.path("done") + " on", integration, health, recovered, wrong.isEmpty() ? "" : "\n    WRONG " + String.join("\n    WRONG ", wrong)));
        System.out.println(table.getLast());
        wrong.forEach(one -> failures.add(fault.name + ": " + one));
    }

    /** As long as the outage; a killed process is away only until the others have said so. */
    private void listen(Fault fault, FaultWork project, FaultHealth health, long begun) throws Exception {
        while (System.nanoTime() - begun < OUTAGE.toNanos()) {
            if (System.nanoTime() - begun > BUILD.toNanos()) {
                project.release();
            }
            health.listen(fault.gone);
            if (!fault.gone.isEmpty() && System.nanoTime() - begun > 2 * BUILD.toNanos() && fault.says.stream().allMatch(says -> health.heard(says, fault.by))) {
                return;
            }
            Thread.sleep(1_000);
        }
    }

    private String ingestion(String job, FaultWork project, List<String> wrong) throws Exception {
        String state = await("/api/v1/jobs/" + job, FaultTests::ended, PATIENCE).path("state").asString("?");
        for (JsonNode source : send("GET", "/api/v1/sources", null, "").path("sources")) {
            if (source.path("name").asString().equals(project.documentation.getFileName().toString())) {
                String counts = source.path("pages") + "/" + source.path("chunks") + "/" + source.path("embedded");
                int pages = FaultWork.PAGES;
                if (!state.equals("DONE") || !counts.equals(pages + "/" + pages + "/" + pages)) {
                    wrong.add("the ingestion ended as " + state + " with " + counts);
                }
                return state + " " + counts;
            }
        }
        wrong.add("the ingestion ended as " + state + " and there is no source");
        return state;
    }

    private String integration(String run, FaultWork project, List<String> wrong) throws Exception {
        JsonNode ended = await("/api/v1/runs/" + run, FaultTests::ended, PATIENCE);
        String status = ended.path("status").asString("");
        if (!status.equals(undisturbed.status)) {
            wrong.add("the run ended as " + ended);
        } else {
            String report = Beacon.normalised(send("GET", "/api/v1/reports/" + run, null, ""), project.folder);
            differs("report", report, undisturbed.report, wrong);
        }
        Map<String, String> changed = project.changed();
        List<String> commits = project.commits();
        differs("files", changed, undisturbed.changed, wrong);
        differs("commits", commits, undisturbed.commits, wrong);
        differs("steps told", steps(run), undisturbed.steps, wrong);
        differs("run of the same key", begin(project), run, wrong);
        undo(project);
        differs("files after undo", Beacon.files(project.project), project.before, wrong);
        return status + ", " + changed.size() + " files, " + commits.size() + " commits, undone";
    }

    /** Which steps watchers of a run were told of, in order. */
    private List<String> steps(String run) throws Exception {
        HttpResponse<String> events = http.send(
                HttpRequest.newBuilder(processes.get("gateway").address().resolve("/api/v1/runs/" + run + "/events")).timeout(PATIENCE).build(),
                HttpResponse.BodyHandlers.ofString());
        List<String> steps = new ArrayList<>();
        for (String event : events.body().split("\n\n")) {
            if (event.lines().anyMatch("event:step"::equals)) {
                event.lines().filter(line -> line.startsWith("data:")).forEach(line -> steps.add(Json.read(line.substring(5)).path("title").asString()));
            }
        }
        return steps;
    }

    private static void differs(String what, Object is, Object expected, List<String> wrong) {
        if (!is.equals(expected)) {
            wrong.add(what + ": " + is + "\n      instead of " + expected);
        }
    }

    private static boolean ended(JsonNode one) {
        return !List.of("QUEUED", "RUNNING").contains(one.path("state").asString("?"));
    }

    /** The same answer however often it is asked. */
    private String begin(FaultWork project) throws Exception {
        Map<String, Object> run = Map.of(
                "project", project.project.toString(),
                "docs", List.of(project.guide.toString()),
                "request", "Add the beacon to this app",
                "values", Map.of("BEACON_KEY", "k-123"),
                "branch", FaultWork.BRANCH);
        return send("POST", "/api/v1/runs", run, project.folder.getFileName().toString()).path("id").stringValue();
    }

    private void undo(FaultWork project) throws Exception {
        send("POST", "/api/v1/projects/undo", Map.of("project", project.project.toString()), "");
    }

    /** Asks until it is as wanted; whoever is away is asked again. */
    private JsonNode await(String path, Predicate<JsonNode> wanted, Duration patience) throws Exception {
        long until = System.nanoTime() + patience.toNanos();
        while (true) {
            JsonNode last = send("GET", path, null, "");
            if (wanted.test(last) || System.nanoTime() > until) {
                return last;
            }
            Thread.sleep(50);
        }
    }

    private JsonNode send(String method, String path, Map<String, Object> body, String key) throws Exception {
        URI gateway = processes.get("gateway").address();
        for (int attempt = 1; ; attempt++) {
            HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(path))
                    .timeout(Duration.ofSeconds(60))
                    .header("Content-Type", "application/json")
                    .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(Json.line(body)));
            if (!key.isEmpty()) {
                request.header("Idempotency-Key", key);
            }
            String said;
            try {
                HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() < 300) {
                    return Json.read(answer.body());
                }
                said = answer.body();
            } catch (IOException away) {
                said = away.toString();
            }
            if (attempt == 20) {
                throw new IllegalStateException(method + " " + path + ": " + said);
            }
            Thread.sleep(500);
        }
    }
}
