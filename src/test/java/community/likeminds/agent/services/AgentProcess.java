package community.likeminds.agent.services;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A process of the product as {@code serve} starts it, out of the classes of this build. */
public final class AgentProcess implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(4);

    private final String roles;
    private final Path folder;
    private final Path projects;
    private final Map<String, String> environment;
    private final int port;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private Process process;

    /**
     * @param roles as {@code --roles} takes them
     * @param folder for its log; its data are in {@code data} below the folder above
     * @param projects folder that may be touched
     * @param environment settings as variables
     */
    public AgentProcess(String roles, Path folder, Path projects, Map<String, String> environment) throws IOException {
        this.roles = roles;
        this.folder = Files.createDirectories(folder);
        this.projects = projects;
        this.environment = Map.copyOf(environment);
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        }
        start();
    }

    /** Starts it, or starts it again on the same port. */
    public void start() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx500m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classes(),
                "community.likeminds.agent.Application",
                "--data",
                folder.resolveSibling("data").toString(),
                "serve",
                "--roles",
                roles,
                "--port",
                Integer.toString(port),
                "--projects",
                projects.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Without the tests: some of them are configurations that Spring would find. */
    private static String classes() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Waits until all are ready; says what the first that ended said. */
    public static void awaitReady(List<AgentProcess> processes) throws Exception {
        for (AgentProcess process : processes) {
            process.await(processes);
        }
    }

    public String roles() {
        return roles;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Waits until it says that nothing is missing. */
    public void awaitReady() throws Exception {
        await(List.of(this));
    }

    private void await(Collection<AgentProcess> all) throws Exception {
        long until = System.nanoTime() + START.toNanos();
        String said = "nothing";
        while (System.nanoTime() < until) {
            for (AgentProcess one : all) {
                if (!one.process.isAlive()) {
                    throw new IllegalStateException("The process of " + one.roles + " ended:\n" + one.log());
                }
            }
            try {
                HttpResponse<String> answer = readiness();
                if (answer.statusCode() == 200) {
                    return;
                }
                said = answer.body();
            } catch (IOException notYet) {
                said = notYet.toString();
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("The process of " + roles + " did not become ready: " + said + "\n" + log());
    }

    public HttpResponse<String> readiness() throws IOException, InterruptedException {
        return health("readiness");
    }

    public HttpResponse<String> liveness() throws IOException, InterruptedException {
        return health("liveness");
    }

    private HttpResponse<String> health(String group) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(address().resolve("/actuator/health/" + group)).timeout(Duration.ofSeconds(10)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    public String log() throws IOException {
        String text = Files.readString(folder.resolve("log"));
        return text.substring(Math.max(0, text.length() - 6_000));
    }

    /** Ends it as the operating system does when memory runs out. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Asks it to end, as Ctrl-C and service managers do; returns its status, or -1 when it takes longer than allowed. */
    public int terminate(Duration allowed) throws InterruptedException {
        process.destroy();
        return process.waitFor(allowed.toMillis(), TimeUnit.MILLISECONDS) ? process.exitValue() : -1;
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
