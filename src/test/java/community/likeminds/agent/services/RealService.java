package community.likeminds.agent.services;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real server that {@code dev/services} starts on a free port, with data of its own; it fails when it cannot be started. */
public final class RealService implements AutoCloseable {

    private static final int START_MINUTES = 10;

    private final String name;
    private final Path data;
    private final int port;

    private RealService(String name, Path data, int port) {
        this.name = name;
        this.data = data;
        this.port = port;
    }

    static RealService start(String name) {
        try {
            RealService service = new RealService(name, Files.createTempDirectory("likeminds-" + name), freePort());
            service.startAgain();
            return service;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Starts it with the data and on the port that it had. */
    public void startAgain() {
        run("start", name, "--port", Integer.toString(port), "--data", data.toString());
    }

    /** Stops it; its data stays. */
    public void stop() {
        run("stop", name, "--data", data.toString());
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private void run(String... arguments) {
        List<String> command = new ArrayList<>(List.of("dev/services"));
        command.addAll(List.of(arguments));
        try {
            Path output = Files.createTempFile("dev-services", ".log");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(START_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
            String said = Files.readString(output);
            Files.delete(output);
            if (process.isAlive() || process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed:\n" + said);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        stop();
        try (var files = Files.walk(data)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
