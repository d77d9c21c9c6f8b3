package community.likeminds.agent.project.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a killed process left running is ended; what a living one runs is not. */
class OrphansTests {

    @TempDir
    Path folder;

    /** A process of its own that runs a program which would go on for a minute. */
    static final class Owner {

        private Owner() {}

        public static void main(String[] arguments) {
            Path work = Path.of(arguments[1]);
            new ProcessCommands(new ProcessRecords(Path.of(arguments[0]))).run(new Commands.Command(
                    work, List.of("sh", "-c", "echo $$ > leader; sleep 60 & echo $! > child; wait"), Map.of(), Duration.ofMinutes(2), line -> {}));
        }
    }

    @Test
    void programsOfAKilledProcessAreEndedWithTheirChildren() throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "needs /proc");
        Path work = Files.createDirectories(folder.resolve("project/app"));
        Path records = folder.resolve("records");
        Process owner = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-cp",
                        System.getProperty("java.class.path"), Owner.class.getName(), records.toString(), work.toString())
                .inheritIO()
                .start();
        long leader = pid(work.resolve("leader"), owner);
        long child = pid(work.resolve("child"), owner);
        ProcessRecords orphans = new ProcessRecords(records);

        assertThat(orphans.end(work)).as("its owner lives").isZero();
        assertThat(alive(leader)).isTrue();

        recorded(records);
        assertThat(owner.destroyForcibly().waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(alive(child)).as("it outlives its owner").isTrue();
        assertThat(orphans.end(folder.resolve("elsewhere"))).isZero();
        assertThat(alive(child)).isTrue();

        assertThat(orphans.end(folder.resolve("project"))).isEqualTo(1);
        assertThat(alive(leader)).isFalse();
        assertThat(alive(child)).isFalse();
        try (var left = Files.list(records)) {
            assertThat(left).isEmpty();
        }
        assertThat(orphans.end(folder)).isZero();
    }

    @Test
    void aProgramThatEndedIsForgotten() throws Exception {
        Path records = folder.resolve("records");
        try (ProcessCommands commands = new ProcessCommands(new ProcessRecords(records))) {
            assertThat(commands.run(new Commands.Command(folder, List.of("sh", "-c", "ls records | wc -l"), Map.of(), Duration.ofSeconds(20), line -> {}))
                            .output().strip())
                    .isEqualTo("1");
        }
        try (var left = Files.list(records)) {
            assertThat(left).isEmpty();
        }
    }

    /** The program may be at work before it is noted. */
    private static void recorded(Path records) throws Exception {
        for (int i = 0; i < 600; i++) {
            if (Files.isDirectory(records)) {
                try (var files = Files.list(records)) {
                    for (Path file : files.toList()) {
                        if (Files.readString(file).endsWith("end")) {
                            return;
                        }
                    }
                }
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the program was not noted");
    }

    private static boolean alive(long pid) {
        return ProcessHandle.of(pid).filter(ProcessGroup::runs).isPresent();
    }

    private static long pid(Path file, Process owner) throws Exception {
        for (int i = 0; i < 600; i++) {
            if (Files.exists(file) && !Files.readString(file).isBlank()) {
                return Long.parseLong(Files.readString(file).strip());
            }
            assertThat(owner.isAlive()).isTrue();
            Thread.sleep(50);
        }
        throw new AssertionError("the program was not started");
    }
}
