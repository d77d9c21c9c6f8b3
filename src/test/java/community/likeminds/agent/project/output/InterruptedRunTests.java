package community.likeminds.agent.project.output;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.shared.AgentException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process is ended at every deed that reaches the disk; afterwards nothing of the run may be left. */
class InterruptedRunTests {

    @TempDir
    Path folder;

    @Test
    void aRunThatDiesAnywhereIsRolledBackByUndo() throws Exception {
        for (int deed = 1; ; deed++) {
            Path project = project("run-" + deed);
            Path data = folder.resolve("data-" + deed);
            Map<String, String> before = Snapshot.of(project);

            boolean died = child(data, project, "run", deed);
            undoAll(data, project);

            assertThat(Snapshot.of(project)).as("after dying at deed %d", deed).isEqualTo(before);
            assertThat(runs(data)).as("checkpoints after dying at deed %d", deed).isZero();
            if (!died) {
                assertThat(deed).as("deeds of the run").isGreaterThan(20);
                return;
            }
        }
    }

    @Test
    void aRunThatDiedIsRolledBackByTheNextBegin() throws Exception {
        Path project = project("begin");
        Path data = folder.resolve("data");
        Map<String, String> before = Snapshot.of(project);
        assertThat(child(data, project, "run", 15)).isTrue();
        assertThat(Snapshot.of(project)).isNotEqualTo(before);

        RealOutput.changeSets(data).begin(project).close();

        assertThat(Snapshot.of(project)).isEqualTo(before);
    }

    @Test
    void anUndoThatDiesAnywhereIsFinishedByTheNext() throws Exception {
        for (int deed = 1; ; deed++) {
            Path project = project("undo-" + deed);
            Path data = folder.resolve("data-" + deed);
            Map<String, String> before = Snapshot.of(project);
            DyingRun.run(RealOutput.changeSets(data), project);

            boolean died = child(data, project, "undo", deed);
            undoAll(data, project);

            assertThat(Snapshot.of(project)).as("after dying at deed %d", deed).isEqualTo(before);
            if (!died) {
                assertThat(deed).as("deeds of the undo").isGreaterThan(5);
                return;
            }
        }
    }

    @Test
    void aSecondInstallThatDiesAnywhereLosesNothingOfTheFirstRun() throws Exception {
        for (int deed = 1; ; deed++) {
            Path project = project("install-" + deed);
            Path data = folder.resolve("data-" + deed);
            Map<String, String> before = Snapshot.of(project);
            DyingRun.run(RealOutput.changeSets(data), project);

            boolean died = child(data, project, "install", deed);
            if (!died) {
                RealOutput.changeSets(data).undo(project);
                assertThat(Snapshot.of(project)).as("one undo after a second install").isEqualTo(before);
                return;
            }
            undoAll(data, project);
            assertThat(Snapshot.of(project)).as("after dying at deed %d", deed).isEqualTo(before);
        }
    }

    private static void undoAll(Path data, Path project) {
        ChangeSets changeSets = RealOutput.changeSets(data);
        for (int i = 0; i < 3; i++) {
            try {
                assertThat(changeSets.undo(project).kept()).isEmpty();
            } catch (AgentException nothing) {
                assertThat(nothing.code()).isEqualTo("nothing-to-undo");
                return;
            }
        }
    }

    private static long runs(Path data) throws IOException {
        try (var projects = Files.list(data.resolve("checkpoints"))) {
            Path runs = projects.findFirst().orElseThrow().resolve("runs");
            if (!Files.isDirectory(runs)) {
                return 0;
            }
            try (var all = Files.list(runs)) {
                return all.count();
            }
        }
    }

    private static boolean child(Path data, Path project, String what, int deed) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DyingRun.class.getName(),
                        data.toString(),
                        project.toString(),
                        what,
                        Integer.toString(deed))
                .redirectErrorStream(true)
                .redirectOutput(new File(project + ".log"))
                .start();
        int exit = process.waitFor();
        assertThat(exit).as("output of the child: %s", Files.readString(Path.of(project + ".log")))
                .isIn(DyingRun.DIED, DyingRun.LIVED);
        return exit == DyingRun.DIED;
    }

    private Path project(String name) throws IOException {
        Path project = Files.createDirectories(folder.resolve(name));
        Files.createDirectories(project.resolve("src"));
        Files.writeString(project.resolve("src/App.tsx"), "export const App = () => null;\r\n");
        Files.setPosixFilePermissions(project.resolve("src/App.tsx"), PosixFilePermissions.fromString("rw-r-----"));
        Files.writeString(project.resolve("old.js"), "old\n");
        Files.setPosixFilePermissions(project.resolve("old.js"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(project.resolve("package.json"), "{}\n");
        return project;
    }
}
