package community.likeminds.agent.cli.bench;

import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/** A server of this installation in a process of its own, on a free port of the loopback interface. */
final class ServedProcess implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final Duration LONGEST_END = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(25);

    private final Process process;
    private final URI address;
    private final Path log;
    private final long begun;

    private ServedProcess(Process process, URI address, Path log, long begun) {
        this.process = process;
        this.address = address;
        this.log = log;
        this.begun = begun;
    }

    /**
     * Starts it; it is not ready yet.
     *
     * @param program what stands before {@code serve}
     * @param folder for its log, below which it may touch projects
     * @param data folder of its state
     * @param environment settings as variables
     */
    static ServedProcess start(List<String> program, List<String> options, Path folder, Path data, Map<String, String> environment) {
        int port = freePort();
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of("serve", "--port", Integer.toString(port), "--data", data.toString()));
        command.add("--projects");
        command.add(folder.toString());
        command.addAll(options);
        Path log = folder.resolve("log");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(folder);
            long begun = System.nanoTime();
            Process process = builder.start();
            process.getOutputStream().close();
            return new ServedProcess(process, URI.create("http://127.0.0.1:" + port), log, begun);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI address() {
        return address;
    }

    /**
     * Waits until it says that nothing is missing.
     *
     * @return seconds since it was started
     * @throws AgentException {@code benchmark-failed} with what it said last
     */
    double awaitReady() throws InterruptedException {
        HttpRequest readiness = HttpRequest.newBuilder(address.resolve("/actuator/health/readiness")).timeout(Duration.ofSeconds(10)).build();
        try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            String said = "";
            while (process.isAlive() && System.nanoTime() - begun < LONGEST_START.toNanos()) {
                try {
                    HttpResponse<String> answer = http.send(readiness, HttpResponse.BodyHandlers.ofString());
                    if (answer.statusCode() == 200) {
                        return (System.nanoTime() - begun) / 1e9;
                    }
                    said = answer.body();
                } catch (IOException notYet) {
                    said = notYet.toString();
                }
                Thread.sleep(BETWEEN_LOOKS);
            }
            AgentException failed = failed(said);
            close();
            throw failed;
        }
    }

    private AgentException failed(String said) {
        String last = process.isAlive() ? said : lastLines();
        return new AgentException(
                AgentException.Kind.INTERNAL, "benchmark-failed", "The server did not become ready (" + last.strip() + ").", "Start it by itself to see why: likeminds serve.");
    }

    private String lastLines() {
        try {
            String text = Files.readString(log, StandardCharsets.UTF_8);
            return text.substring(Math.max(0, text.length() - 600));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Megabytes that it has in memory now, where the system tells it as Linux does. */
    OptionalDouble residentMegabytes() {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return OptionalDouble.empty();
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes it do nothing, as if its machine hung; POSIX systems only. */
    void pause() throws InterruptedException {
        signal("-STOP");
    }

    /** Lets it go on. */
    void resume() throws InterruptedException {
        signal("-CONT");
    }

    private void signal(String name) throws InterruptedException {
        try {
            new ProcessBuilder("kill", name, Long.toString(process.pid())).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_END.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException stopping) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
