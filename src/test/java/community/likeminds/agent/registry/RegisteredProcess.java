package community.likeminds.agent.registry;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.registry.consul.ConsulServiceRegistry;
import community.likeminds.agent.registry.jdbc.JdbcServiceRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A process of its own that registers and lives until it is killed. */
public final class RegisteredProcess {

    private static final long START_SECONDS = 60;
    /** What it takes to ask. */
    private static final long SLACK_SECONDS = 1;

    private RegisteredProcess() {}

    /** Arguments: {@code jdbc}, address with user and schema; or {@code consul}, address, name of the service. */
    public static void main(String[] arguments) throws InterruptedException {
        ServiceRegistry registry = arguments[0].equals("jdbc")
                ? new JdbcServiceRegistry(new JdbcTemplate(new DriverManagerDataSource(arguments[1])), Clock.systemUTC())
                : new ConsulServiceRegistry(URI.create(arguments[1]), "", arguments[2], Clock.systemUTC());
        registry.register(new ServiceRegistry.NewInstance("dying", Set.of("gateway"), URI.create("http://127.0.0.1:9001"), "1.0")).missing(List.of());
        Thread.sleep(Long.MAX_VALUE);
    }

    /** Starts one, kills it with {@code kill -9} once it is found, and asserts that it is no longer found in time. */
    public static void vanishes(ServiceRegistry registry, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
                System.getProperty("java.class.path"), RegisteredProcess.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try {
            assertThat(within(START_SECONDS, () -> registry.ready("gateway").size() == 1)).as("registered").isTrue();
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(within(ServiceRegistry.SILENCE_SECONDS + SLACK_SECONDS, () -> registry.all().isEmpty())).as("gone after 15 s").isTrue();
    }

    private static boolean within(long seconds, BooleanSupplier wanted) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!wanted.getAsBoolean()) {
            if (System.nanoTime() > until) {
                return false;
            }
            Thread.sleep(100);
        }
        return true;
    }
}
