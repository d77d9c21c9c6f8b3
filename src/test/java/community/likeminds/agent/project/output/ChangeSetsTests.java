package community.likeminds.agent.project.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.project.output.ChangeSets.Undone;
import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeSetsTests {

    @TempDir
    Path folder;

    private Path project;
    private ChangeSets changeSets;

    @BeforeEach
    void makeProject() throws IOException {
        project = Files.createDirectories(folder.resolve("app"));
        Files.createDirectories(project.resolve("src"));
        Files.writeString(project.resolve("src/main.ts"), "start();\n");
        Files.writeString(project.resolve("package.json"), "{}\n");
        changeSets = RealOutput.changeSets(folder.resolve("data"));
    }

    @Test
    void undoGoesBackOneRunEach() throws IOException {
        Map<String, String> before = Snapshot.of(project);
        write("src/main.ts", "first();\n");
        Map<String, String> between = Snapshot.of(project);
        write("src/main.ts", "second();\n");

        assertThat(changeSets.undo(project).restored()).containsExactly("src/main.ts");
        assertThat(Snapshot.of(project)).isEqualTo(between);
        changeSets.undo(project);
        assertThat(Snapshot.of(project)).isEqualTo(before);
        assertThatThrownBy(() -> changeSets.undo(project))
                .isInstanceOfSatisfying(AgentException.class, e -> assertThat(e.code()).isEqualTo("nothing-to-undo"));
    }

    @Test
    void whatAnEnvironmentFileHeldIsKeptEncryptedAndComesBack() throws Exception {
        Files.writeString(project.resolve(".env.local"), "KEY=canary-4711\n");
        Map<String, String> before = Snapshot.of(project);
        write(".env.local", "KEY=canary-4711\nMORE=canary-4712\n");
        try (ChangeSets.Run install = changeSets.begin(project)) {
            install.guard(List.of(".env.local"));
            Files.writeString(project.resolve(".env.local"), "KEY=canary-4713\n");
            install.commit();
        }
        assertThat(Snapshot.of(folder.resolve("data"))).isNotEmpty().allSatisfy((file, content) -> assertThat(content).as(file).doesNotContain("canary"));
        changeSets.undo(project);
        assertThat(Snapshot.of(project)).isEqualTo(before);
    }

    @Test
    void anEnvironmentFileWhoseKeyIsGoneStaysAndTheRestComesBack() throws Exception {
        Files.writeString(project.resolve(".env.local"), "KEY=former\n");
        try (ChangeSets.Run run = changeSets.begin(project)) {
            run.write(".env.local", bytes("KEY=present\n"));
            run.write("src/main.ts", bytes("changed();\n"));
            run.commit();
        }
        Files.delete(folder.resolve("data/keys/secrets.keys"));
        Undone undone = changeSets.undo(project);
        assertThat(undone.kept()).containsExactly(".env.local");
        assertThat(undone.restored()).containsExactly("src/main.ts");
        assertThat(project.resolve(".env.local")).hasContent("KEY=present");
    }

    @Test
    void aRunThatChangesNothingLeavesTheEarlierOneToUndo() throws IOException {
        Map<String, String> before = Snapshot.of(project);
        write("src/chat.ts", "chat();\n");
        String first = changeSets.lastRun(project).orElseThrow();

        try (ChangeSets.Run run = changeSets.begin(project)) {
            run.guard(List.of("package.json", "package-lock.json", "node_modules"));
            run.write("src/chat.ts", bytes("chat();\n"));
            assertThat(run.changes()).isEmpty();
            run.commit();
        }

        assertThat(changeSets.lastRun(project)).contains(first);
        assertThat(changeSets.undo(project)).isEqualTo(new Undone(List.of(), List.of("src/chat.ts"), List.of()));
        assertThat(Snapshot.of(project)).isEqualTo(before);
    }

    @Test
    void aSecondRunInWhichOnlyTheInstallChangedFilesIsUndoneWithTheFirst() throws IOException {
        Map<String, String> before = Snapshot.of(project);
        write("src/chat.ts", "chat();\n");
        try (ChangeSets.Run run = changeSets.begin(project)) {
            run.guard(List.of("package-lock.json", "node_modules"));
            Files.writeString(project.resolve("package-lock.json"), "{}");
            Files.createDirectories(project.resolve("node_modules/x"));
            run.commit();
        }

        Undone undone = changeSets.undo(project);

        assertThat(undone.removed()).containsExactlyInAnyOrder("node_modules/", "src/chat.ts", "package-lock.json");
        assertThat(Snapshot.of(project)).isEqualTo(before);
    }

    @Test
    void aFileThatSomebodyChangedSinceIsKeptAndNamed() throws IOException {
        write("src/main.ts", "sdk();\n");
        write("src/new.ts", "new\n");
        Files.writeString(project.resolve("src/new.ts"), "mine\n");

        assertThat(changeSets.undo(project).kept()).containsExactly("src/new.ts");
        assertThat(project.resolve("src/new.ts")).hasContent("mine\n");

        Files.writeString(project.resolve("src/main.ts"), "start();\n");
        assertThat(changeSets.undo(project)).isEqualTo(new Undone(List.of("src/main.ts"), List.of(), List.of()));
    }

    @Test
    void linesThatSomebodyAddedSinceStayWhileTheRunsOwnGo() throws IOException {
        Files.writeString(project.resolve("src/main.ts"), "one\r\ntwo\r\nthree\r\nfour");
        write("src/main.ts", "one\r\ntwo\r\nsdk\r\nthree\r\nfour");
        Files.writeString(project.resolve("src/main.ts"), "zero\r\none\r\ntwo\r\nsdk\r\nthree\r\nfour\r\nfive\r\n");

        assertThat(changeSets.undo(project)).isEqualTo(new Undone(List.of(), List.of(), List.of(), List.of("src/main.ts")));
        assertThat(Files.readString(project.resolve("src/main.ts"))).isEqualTo("zero\r\none\r\ntwo\r\nthree\r\nfour\r\nfive\r\n");
    }

    @Test
    void linesOfTheRunThatSomebodyChangedAreLeftAlone() throws IOException {
        Files.writeString(project.resolve("src/main.ts"), "one\ntwo\nthree\n");
        write("src/main.ts", "one\nsdk()\ntwo\nthree\n");
        Files.writeString(project.resolve("src/main.ts"), "one\nsdk(mine)\ntwo\nthree\n");

        assertThat(changeSets.undo(project).kept()).containsExactly("src/main.ts");
        assertThat(project.resolve("src/main.ts")).hasContent("one\nsdk(mine)\ntwo\nthree\n");
    }

    @Test
    void valuesOfEnvironmentFilesAreNotKeptWithTheCheckpoint() throws IOException {
        Files.writeString(project.resolve(".env"), "A=1\n");
        write(".env", "A=1\nKEY=secret-value\n");
        try (var kept = Files.walk(folder.resolve("data"))) {
            assertThat(kept.filter(Files::isRegularFile)).allSatisfy(file -> assertThat(file).content().doesNotContain("secret-value"));
        }
    }

    @Test
    void closingWithoutCommitBringsEverythingBack() throws IOException {
        Map<String, String> before = Snapshot.of(project);
        try (ChangeSets.Run run = changeSets.begin(project)) {
            run.write("src/a/b/c.ts", bytes("c"));
            run.write("src/main.ts", bytes("d"));
            run.delete("package.json");
        }
        assertThat(Snapshot.of(project)).isEqualTo(before);
        assertThat(changeSets.lastRun(project)).isEmpty();
    }

    @Test
    void anInterruptedThreadStillBringsEverythingBack() throws IOException {
        Map<String, String> before = Snapshot.of(project);
        ChangeSets.Run run = changeSets.begin(project);
        run.write("src/main.ts", bytes("other();\n"));
        run.write("src/chat/chat.ts", bytes("chat();\n"));
        Thread.currentThread().interrupt();
        run.close();
        assertThat(Thread.interrupted()).as("the interruption goes on").isTrue();
        assertThat(Snapshot.of(project)).isEqualTo(before);
        assertThatThrownBy(() -> changeSets.undo(project)).isInstanceOf(AgentException.class);
    }

    @Test
    void nodeModulesThatWereThereStayAndNewOnesGoWithoutFollowingLinks() throws IOException {
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(outside.resolve("precious.txt"), "precious");
        Files.createDirectories(project.resolve("apps/old/node_modules"));
        try (ChangeSets.Run run = changeSets.begin(project)) {
            run.guard(List.of("node_modules", "apps/old/node_modules"));
            run.write("src/x.ts", bytes("x"));
            Files.createDirectories(project.resolve("node_modules/a"));
            Files.createSymbolicLink(project.resolve("node_modules/a/link"), outside);
            Files.writeString(project.resolve("apps/old/node_modules/new.js"), "n");
            run.commit();
        }

        assertThat(changeSets.undo(project).removed()).contains("node_modules/", "src/x.ts");

        assertThat(project.resolve("node_modules")).doesNotExist();
        assertThat(project.resolve("apps/old/node_modules/new.js")).exists();
        assertThat(outside.resolve("precious.txt")).hasContent("precious");
    }

    @Test
    void aSecondRunAtTheSameTimeIsRefused() {
        try (ChangeSets.Run run = changeSets.begin(project)) {
            assertThat(run.id()).isNotEmpty();
            assertThatThrownBy(() -> changeSets.begin(project))
                    .isInstanceOfSatisfying(AgentException.class, e -> assertThat(e.code()).isEqualTo("project-busy"));
            assertThatThrownBy(() -> changeSets.undo(project)).hasMessageContaining("at work");
        }
        changeSets.begin(project).close();
    }

    @Test
    void permissionsAreKeptOnWriteAndUndo() throws IOException {
        Path script = Files.writeString(project.resolve("run.sh"), "#!/bin/sh\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-x--x"));
        write("run.sh", "#!/bin/sh\necho\n");
        assertThat(Disk.mode(script)).isEqualTo("rwxr-x--x");
        changeSets.undo(project);
        assertThat(Disk.mode(script)).isEqualTo("rwxr-x--x");
        assertThat(script).hasContent("#!/bin/sh\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "/etc/passwd", "../x", "src/../../x", "src//x", "C:/x", "a\0b", ".git/config", "src/.GIT/hooks/x", ".git./x",
        "node_modules/x/index.js", "Node_Modules/x", ".g\u200bit/config", "GIT~1/config", "..\\x", "link/x", "file-link",
        "dangling", "inner-git/config", "~/x", "."
    })
    void pathsThatLeaveTheProjectAreRefused(String path) throws IOException {
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(outside.resolve("file"), "outside");
        Files.createDirectories(project.resolve(".git"));
        Files.createSymbolicLink(project.resolve("link"), outside);
        Files.createSymbolicLink(project.resolve("file-link"), outside.resolve("file"));
        Files.createSymbolicLink(project.resolve("dangling"), outside.resolve("nothing"));
        Files.createSymbolicLink(project.resolve("inner-git"), Path.of(".git"));
        Map<String, String> before = Snapshot.of(folder.resolve("outside"));

        try (ChangeSets.Run run = changeSets.begin(project)) {
            assertThatThrownBy(() -> run.write(path, bytes("x")))
                    .isInstanceOfSatisfying(
                            AgentException.class, e -> assertThat(e.code()).isEqualTo("path-outside-project"));
            assertThatThrownBy(() -> run.delete(path)).isInstanceOf(AgentException.class);
        }
        assertThat(Snapshot.of(outside)).isEqualTo(before);
    }

    @Test
    void aLinkInsideTheProjectIsWrittenThrough() throws IOException {
        Files.createSymbolicLink(project.resolve("alias.ts"), Path.of("src/main.ts"));
        Map<String, String> before = Snapshot.of(project);
        write("alias.ts", "through();\n");
        assertThat(project.resolve("src/main.ts")).hasContent("through();\n");
        assertThat(project.resolve("alias.ts")).isSymbolicLink();
        changeSets.undo(project);
        assertThat(Snapshot.of(project)).isEqualTo(before);
    }

    @Test
    void randomRunsAreUndoneToTheByte() throws IOException {
        long seed = Long.getLong("seed", 1L);
        Random random = new Random(seed);
        List<Map<String, String>> states = new ArrayList<>();
        for (int round = 0; round < 25; round++) {
            states.add(Snapshot.of(project));
            try (ChangeSets.Run run = changeSets.begin(project)) {
                for (int i = 0, operations = random.nextInt(12); i < operations; i++) {
                    operate(run, random);
                }
                if (run.changes().isEmpty() || random.nextInt(5) == 0) {
                    run.close();
                    assertThat(Snapshot.of(project)).as("rollback, seed %d", seed).isEqualTo(states.removeLast());
                    continue;
                }
                run.commit();
                if (run.id().equals(changeSets.lastRun(project).orElse(""))) {
                    continue;
                }
                states.removeLast();
            }
        }
        for (Map<String, String> state : states.reversed()) {
            assertThat(changeSets.undo(project).kept()).as("seed %d", seed).isEmpty();
            assertThat(Snapshot.of(project)).as("seed %d", seed).isEqualTo(state);
        }
    }

    private void operate(ChangeSets.Run run, Random random) throws IOException {
        String path = List.of("a", "src", "src/deep/er", "x/y").get(random.nextInt(4)) + "/f" + random.nextInt(4) + ".ts";
        byte[] content = new byte[random.nextInt(40)];
        random.nextBytes(content);
        switch (random.nextInt(4)) {
            case 0 -> run.delete(path);
            case 1 -> {
                run.guard(List.of("lock.json"));
                Files.write(project.resolve("lock.json"), content);
            }
            default -> run.write(path, content);
        }
    }

    private void write(String path, String text) {
        try (ChangeSets.Run run = changeSets.begin(project)) {
            run.write(path, bytes(text));
            run.commit();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
