package community.likeminds.agent.services;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real server that {@code dev/services} starts on a free port, with data of its own; it fails when it cannot be started. */
public final class RealService implements AutoCloseable {

    private static final int START_MINUTES = 10;

    private final String name;
    private final Path data;
    private final int port;
    private URI address = URI.create("http://127.0.0.1");

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
        address = URI.create(run("start", name, "--port", Integer.toString(port), "--data", data.toString()));
    }

    /** Stops it; its data stays. */
    public void stop() {
        run("stop", name, "--data", data.toString());
    }

    /** Where it answers, in its own scheme: {@code postgresql://127.0.0.1:5432/likeminds}. */
    public URI url() {
        return address;
    }

    /** The user and the password that every server with users was set up with. */
    public String user() {
        return "likeminds";
    }

    private String run(String... arguments) {
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
            return said.strip().lines().reduce("", (first, second) -> second);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** A free port that is followed by two free ones, which some servers need. */
    private static int freePort() throws IOException {
        while (true) {
            try (ServerSocket first = listen(0);
                    ServerSocket second = listen(first.getLocalPort() + 1);
                    ServerSocket third = listen(first.getLocalPort() + 2)) {
                return third.getLocalPort() - 2;
            } catch (BindException | IllegalArgumentException taken) {
                continue;
            }
        }
    }

    private static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }

    @Override
    public void close() throws IOException {
        stop();
        Path store = data.resolve("store");
        if (Files.isSymbolicLink(store)) {
            delete(store.toRealPath());
        }
        delete(data);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
