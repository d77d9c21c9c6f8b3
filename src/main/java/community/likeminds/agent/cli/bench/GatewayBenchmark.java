package community.likeminds.agent.cli.bench;

import community.likeminds.agent.agents.documentation.Benchmarks.Figure;
import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.DoubleStream;
import tools.jackson.databind.JsonNode;

/** What the gateway costs, holds and counts, with it and the roles in processes of their own on real servers. */
public final class GatewayBenchmark {

    private static final int PER_SECOND = 200;
    private static final int ROUNDS = 3;
    private static final int WARMING = 4;
    private static final double MOST_P50 = 1.5;
    private static final double MOST_P99 = 10;
    private static final int LISTENERS = 1000;
    private static final int LIMIT = 600;
    private static final int ATTEMPTS = 2000;
    private static final String AGENTS = "auth,documentation-agent,coding-agent,vectors,project";
    private static final List<String> ENDS = List.of("done", "failed", "interrupted", "cancelled");

    private final List<String> program;
    private final Path home;
    private final Duration round;
    private final Duration held;

    /**
     * @param program the launcher, or what else starts this installation
     * @param home folder of the checkout, for the servers
     * @param round how long requests are sent in each of the rounds of either side
     * @param held how long listeners are held; comments come every 15 s
     */
    public GatewayBenchmark(List<String> program, Path home, Duration round, Duration held) {
        this.program = List.copyOf(program);
        this.home = home;
        this.round = round;
        this.held = held;
    }

    /** The processes that are measured, and a credential that all of them know. */
    private record Running(ServedProcess gateway, ServedProcess second, ServedProcess agents, ServedProcess processors, String credential, Path work) {}

    /** Overhead, listeners and limits, each beside what is asked for. */
    public List<Figure> figures(Progress progress) throws InterruptedException {
        try (ScratchFolder scratch = new ScratchFolder();
                RealServers servers = new RealServers(home, scratch.path())) {
            for (String name : List.of("postgresql", "redis", "s3", "chroma")) {
                progress.report("Starting " + name, 0, 0, "");
                servers.start(name);
            }
            servers.makeBucket();
            Map<String, String> settings = new HashMap<>(servers.settings());
            settings.put("LIKEMINDS_GATEWAY_RATELIMITS_READS", Integer.toString(100 * 60 * PER_SECOND));
            settings.put("LIKEMINDS_GATEWAY_RATELIMITS_EVENTS", Integer.toString(100 * LISTENERS));
            settings.put("LIKEMINDS_GATEWAY_RATELIMITS_WRITES", Integer.toString(LIMIT));
            progress.report("Starting the processes", 0, 0, "");
            try (ServedProcess processors = started("processors", scratch, settings);
                    ServedProcess agents = start(AGENTS, "agents", scratch, settings);
                    ServedProcess gateway = start("gateway", "gateway", scratch, settings);
                    ServedProcess second = start("gateway", "second", scratch, settings)) {
                for (ServedProcess process : List.of(agents, gateway, second)) {
                    process.awaitReady();
                }
                Path work = scratch.path().resolve("agents");
                Running running = new Running(gateway, second, agents, processors, credential(gateway.address()), work);
                List<Figure> figures = new ArrayList<>(overhead(running, progress));
                figures.add(limiter(running, progress));
                figures.addAll(listeners(running, progress));
                return List.copyOf(figures);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first one sets the database up; the others find it as it should be. */
    private ServedProcess started(String roles, ScratchFolder scratch, Map<String, String> settings) throws InterruptedException {
        ServedProcess process = start(roles, roles, scratch, settings);
        try {
            process.awaitReady();
        } catch (InterruptedException | RuntimeException failed) {
            process.close();
            throw failed;
        }
        return process;
    }

    private ServedProcess start(String roles, String name, ScratchFolder scratch, Map<String, String> settings) {
        return ServedProcess.start(program, List.of("--roles", roles), scratch.path().resolve(name), scratch.path().resolve("data"), settings);
    }

    private List<Figure> overhead(Running running, Progress progress) throws InterruptedException, IOException {
        URI direct = running.agents.address().resolve("/api/v1/sources");
        URI through = running.gateway.address().resolve("/api/v1/sources");
        List<double[]> own = new ArrayList<>();
        List<double[]> peer = new ArrayList<>();
        // Until what is asked often is compiled, as it is in a server that has been up for a while.
        try (OpenLoop warming = new OpenLoop(running.credential)) {
            for (int count = 0; count < WARMING; count++) {
                progress.report("Warming up", count, WARMING, "");
                warming.run(direct, PER_SECOND, round);
                warming.run(through, 2 * PER_SECOND, round);
            }
        }
        int failed;
        String said;
        try (OpenLoop load = new OpenLoop(running.credential)) {
            for (int count = 0; count < ROUNDS; count++) {
                progress.report("Requests", count, ROUNDS, "");
                peer.add(load.run(direct, PER_SECOND, round));
                own.add(load.run(through, PER_SECOND, round));
            }
            failed = load.failed();
            said = load.said();
        }
        double[] gateway = merged(own);
        double[] service = merged(peer);
        String note = PER_SECOND + " requests/s at fixed times, " + ROUNDS + " rounds of " + round.toSeconds() + " s each in turn";
        return List.of(
                new Figure("gateway overhead, p50", at(gateway, .5) - at(service, .5), "ms", "limit", MOST_P50, note),
                new Figure("gateway overhead, p99", at(gateway, .99) - at(service, .99), "ms", "limit", MOST_P99, note),
                new Figure("through the gateway, p50", at(gateway, .5), "ms", "the service itself", at(service, .5), ""),
                new Figure("through the gateway, p99", at(gateway, .99), "ms", "the service itself", at(service, .99), ""),
                new Figure("requests that failed", failed, "requests", "limit", 0, said));
    }

    private static double[] merged(List<double[]> rounds) {
        return rounds.stream().flatMapToDouble(DoubleStream::of).sorted().toArray();
    }

    private static double at(double[] ascending, double share) {
        return ascending[(int) Math.min(ascending.length - 1, Math.floor(share * ascending.length))];
    }

    /** One caller at two gateways, as fast as they answer. */
    private Figure limiter(Running running, Progress progress) throws InterruptedException {
        progress.report("Rate limits over two gateways", 0, 0, "");
        List<URI> gateways = List.of(running.gateway.address(), running.second.address());
        AtomicInteger allowed = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        AtomicReference<String> said = new AtomicReference<>("");
        long begun = System.nanoTime();
        try (HttpClient http = client();
                ExecutorService callers = Executors.newFixedThreadPool(8)) {
            for (int index = 0; index < ATTEMPTS; index++) {
                URI address = gateways.get(index % 2).resolve("/api/v1/searches/none/used");
                callers.execute(() -> {
                    try {
                        HttpResponse<String> answer = send(http, address, running.credential, "{\"pages\": [{\"source\": \"a\", \"page\": \"b\"}]}");
                        if (answer.statusCode() >= 500) {
                            said.set(answer.body());
                            failed.incrementAndGet();
                        } else if (answer.statusCode() != 429) {
                            allowed.incrementAndGet();
                        }
                    } catch (IOException | InterruptedException broken) {
                        said.set(broken.toString());
                        failed.incrementAndGet();
                    }
                });
            }
        }
        if (failed.get() > 0) {
            throw new AgentException(
                    AgentException.Kind.INTERNAL, "benchmark-failed", failed.get() + " of " + ATTEMPTS + " requests failed (" + said.get() + ").", "Look at the gateway's log with --verbose.");
        }
        double refilled = LIMIT / 60.0 * (System.nanoTime() - begun) / 1e9;
        return new Figure(
                "allowed by two gateways together", allowed.get(), "requests", "limit and what came back meanwhile", Math.min(ATTEMPTS, LIMIT + refilled),
                ATTEMPTS + " requests, " + LIMIT + " a minute allowed");
    }

    /** While what is listened to hangs, so that nothing happens until it goes on. */
    private List<Figure> listeners(Running running, Progress progress) throws InterruptedException, IOException {
        Path docs = Files.createDirectories(running.work.resolve("docs"));
        Files.writeString(docs.resolve("start.md"), "# Start\n\nCall `open` with the key before anything else.\n");
        double before = running.gateway.residentMegabytes().orElse(Double.NaN);
        running.processors.pause();
        try (HttpClient http = client()) {
            JsonNode job = Json.read(send(http, running.gateway.address().resolve("/api/v1/sources"), running.credential, Json.line(Map.of("source", docs.toString()))).body());
            URI events = running.gateway.address().resolve("/api/v1/jobs/" + job.path("id").stringValue() + "/events");
            try (Listeners listeners = new Listeners(events, running.credential, LISTENERS, ENDS)) {
                long steps = Math.max(1, held.toSeconds());
                for (long second = 0; second < steps; second++) {
                    progress.report("Listeners", second, steps, listeners.connected() + " are held");
                    Thread.sleep(1000);
                }
                double during = running.gateway.residentMegabytes().orElse(Double.NaN);
                running.processors.resume();
                listeners.awaitEnd(120);
                String note = LISTENERS + " clients through the gateway for " + held.toSeconds() + " s";
                List<Figure> figures = new ArrayList<>(List.of(
                        new Figure("idle listeners that were held", listeners.greeted(), "clients", "wanted", LISTENERS, note + ", each got a comment"),
                        new Figure("idle listeners that were told the end", listeners.told(), "clients", "wanted", LISTENERS, note)));
                if (!Double.isNaN(during)) {
                    figures.add(new Figure("gateway's resident memory with listeners", during, "MB", "before", before, note));
                }
                return figures;
            }
        } finally {
            running.processors.resume();
        }
    }

    /** A key of a new service account: whoever sits at the machine is not counted. */
    private static String credential(URI gateway) throws IOException, InterruptedException {
        try (HttpClient http = client()) {
            JsonNode account = created(send(http, gateway.resolve("/api/v1/service-accounts"), "", Json.line(Map.of("name", "bench", "roles", List.of("developer")))));
            JsonNode key = created(send(
                    http, gateway.resolve("/api/v1/keys"), "", Json.line(Map.of("account", account.path("id").stringValue(), "name", "bench"))));
            return key.path("secret").stringValue();
        }
    }

    private static JsonNode created(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new AgentException(
                    AgentException.Kind.INTERNAL, "benchmark-failed", "The gateway refused the benchmark's account (" + answer.body() + ").", "Report it as a defect.");
        }
        return Json.read(answer.body());
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    private static HttpResponse<String> send(HttpClient http, URI address, String credential, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!credential.isEmpty()) {
            request.header("Authorization", "Bearer " + credential);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
