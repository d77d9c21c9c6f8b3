package community.likeminds.agent.project.output;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.project.output.ChangeSets.Undone;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Since the run somebody put something else where its folders were: that stays, and the rest comes back. */
class UndoAfterMovesTests {

    @TempDir
    Path folder;

    private Path project;
    private ChangeSets changeSets;

    @BeforeEach
    void makeRun() throws IOException {
        project = Files.createDirectories(folder.resolve("app"));
        Files.createDirectories(project.resolve("packages/web"));
        Files.writeString(project.resolve("packages/web/main.ts"), "start();\n");
        Files.writeString(project.resolve("package.json"), "{}\n");
        changeSets = RealOutput.changeSets(folder.resolve("data"));
        try (ChangeSets.Run run = changeSets.begin(project)) {
            run.write("packages/web/main.ts", "sdk();\nstart();\n".getBytes(StandardCharsets.UTF_8));
            run.write("package.json", "{\"a\":1}\n".getBytes(StandardCharsets.UTF_8));
            run.write("packages/web/sdk/client.ts", "client();\n".getBytes(StandardCharsets.UTF_8));
            run.guard(List.of("packages/web/node_modules"));
            Files.createDirectories(project.resolve("packages/web/node_modules/sdk"));
            run.commit();
        }
    }

    @Test
    void aFolderThatBecameAFileStays() throws IOException {
        Disk.deleteTree(project.resolve("packages/web"));
        Files.writeString(project.resolve("packages/web"), "mine\n");

        Undone undone = changeSets.undo(project);

        assertThat(undone.restored()).containsExactly("package.json");
        assertThat(undone.kept()).contains("packages/web/main.ts");
        assertThat(project.resolve("packages/web")).hasContent("mine\n");
        assertThat(project.resolve("package.json")).hasContent("{}\n");
    }

    @Test
    void whatALinkOutOfTheProjectLeadsToStays() throws IOException {
        Path outside = folder.resolve("elsewhere");
        Files.move(project.resolve("packages/web"), outside);
        Files.delete(outside.resolve("sdk/client.ts"));
        Files.createSymbolicLink(project.resolve("packages/web"), outside);

        Undone undone = changeSets.undo(project);

        assertThat(undone.restored()).containsExactly("package.json");
        assertThat(undone.removed()).isEmpty();
        assertThat(undone.kept()).contains("packages/web/main.ts", "packages/web/node_modules/");
        assertThat(outside.resolve("main.ts")).hasContent("sdk();\nstart();\n");
        assertThat(outside.resolve("node_modules/sdk")).isDirectory();
        assertThat(outside.resolve("sdk")).isDirectory();
    }

    @Test
    void dependenciesOfAnotherPackageThatALinkLeadsToStay() throws IOException {
        Disk.deleteTree(project.resolve("packages/web"));
        Path other = Files.createDirectories(project.resolve("packages/other/node_modules/own")).getParent().getParent();
        Files.createSymbolicLink(project.resolve("packages/web"), Path.of("other"));

        Undone undone = changeSets.undo(project);

        assertThat(undone.restored()).containsExactly("package.json");
        assertThat(undone.removed()).isEmpty();
        assertThat(other.resolve("node_modules/own")).isDirectory();
    }
}
