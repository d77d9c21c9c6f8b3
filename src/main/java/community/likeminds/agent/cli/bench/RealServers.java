package community.likeminds.agent.cli.bench;

import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The servers that processes share, started for a benchmark by the checkout's {@code dev/services} and gone with it. */
final class RealServers implements AutoCloseable {

    private static final String USER = "likeminds";
    private static final String BUCKET = "bench";

    private final Path script;
    private final Path folder;
    private final Map<String, URI> addresses = new LinkedHashMap<>();

    /**
     * @param home folder of the checkout
     * @param folder for their data
     */
    RealServers(Path home, Path folder) {
        this.script = home.resolve("dev/services");
        this.folder = folder;
        if (!Files.isExecutable(script)) {
            throw AgentException.notFound(
                    "services-missing", "The script " + script + " is not there.", "Measure the gateway from a complete checkout.");
        }
    }

    /** Starts one of those that the script knows; it is installed when it is not there, which takes a while. */
    void start(String name) throws InterruptedException {
        Path data = folder.resolve(name);
        // Noted first, so that one that hangs while it starts is stopped, too.
        addresses.put(name, URI.create(""));
        String said = run("start", name, "--port", Integer.toString(ServedProcess.freePort()), "--data", data.toString());
        addresses.put(name, URI.create(said.lines().reduce("", (_, last) -> last).strip()));
    }

    /** Settings of processes that use them, as variables. */
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("LIKEMINDS_SERVICES_SECRET", "a secret that lives as long as this benchmark");
        settings.put("LIKEMINDS_AUTH_MODE", "local");
        settings.put("LIKEMINDS_STORAGE_RELATIONAL", "postgresql");
        settings.put("LIKEMINDS_STORAGE_POSTGRESQL_URL", address("postgresql"));
        settings.put("LIKEMINDS_STORAGE_POSTGRESQL_USER", USER);
        settings.put("LIKEMINDS_STORAGE_POSTGRESQL_PASSWORD", USER);
        settings.put("LIKEMINDS_STORAGE_CACHE", "redis");
        settings.put("LIKEMINDS_STORAGE_REDIS_URL", address("redis"));
        settings.put("LIKEMINDS_VECTORS_STORE", "chroma");
        settings.put("LIKEMINDS_VECTORS_CHROMA_URL", address("chroma"));
        settings.put("LIKEMINDS_STORAGE_OBJECTS", "s3");
        settings.put("LIKEMINDS_STORAGE_S3_URL", address("s3"));
        settings.put("LIKEMINDS_STORAGE_S3_BUCKET", BUCKET);
        settings.put("LIKEMINDS_STORAGE_S3_ACCESS_KEY", USER);
        settings.put("LIKEMINDS_STORAGE_S3_SECRET_KEY", USER);
        return settings;
    }

    private String address(String name) {
        return String.valueOf(addresses.get(name));
    }

    /** Makes the bucket, which is a folder of the server's. */
    void makeBucket() {
        try {
            Files.createDirectories(folder.resolve("s3/store").toRealPath().resolve(BUCKET));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String run(String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        try {
            Path output = Files.createTempFile(folder, "services", ".log");
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
            int status = process.waitFor();
            String said = Files.readString(output, StandardCharsets.UTF_8);
            if (status != 0) {
                throw new AgentException(
                        AgentException.Kind.UNAVAILABLE,
                        "services-failed",
                        "A server that the benchmark needs could not be started (" + said.strip() + ").",
                        "Try it by itself: dev/services " + arguments[0] + " " + arguments[1] + ".");
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        for (String name : List.copyOf(addresses.keySet()).reversed()) {
            run("stop", name, "--data", folder.resolve(name).toString());
        }
    }
}
