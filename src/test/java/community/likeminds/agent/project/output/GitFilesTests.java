package community.likeminds.agent.project.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What git would commit, and what the ignore files leave out. */
class GitFilesTests {

    private final GitFiles git = new IndexedGitFiles();

    @TempDir
    Path folder;

    @Test
    void withoutARepositoryNothingIsTracked() throws Exception {
        Files.writeString(folder.resolve(".env"), "A=1\n");
        assertThat(git.tracked(folder, ".env")).isFalse();
    }

    @Test
    void whatIsInTheIndexIsTracked() throws Exception {
        Path app = Files.createDirectories(folder.resolve("apps/web"));
        Files.writeString(app.resolve(".env"), "A=1\n");
        Files.writeString(app.resolve(".env.local"), "A=1\n");
        try (Git repository = Git.init().setDirectory(folder.toFile()).call()) {
            repository.add().addFilepattern("apps/web/.env").call();
            assertThat(git.tracked(app, ".env")).isTrue();
            assertThat(git.tracked(folder, "apps/web/.env")).isTrue();
            assertThat(git.tracked(folder, "apps/web/.env.local")).isFalse();
        }
    }

    @Test
    void theNearestIgnoreFileHasTheLastWord() throws Exception {
        Path app = Files.createDirectories(folder.resolve("apps/web"));
        assertThat(git.ignored(folder, ".env")).isFalse();
        Files.writeString(folder.resolve(".gitignore"), ".env\n*.local\n");
        assertThat(git.ignored(folder, ".env")).isTrue();
        assertThat(git.ignored(folder, "apps/web/.env.local")).isTrue();
        assertThat(git.ignored(folder, "apps/web/.env.test")).isFalse();
        Files.writeString(app.resolve(".gitignore"), "!.env.local\n.env.test\n");
        assertThat(git.ignored(folder, "apps/web/.env.local")).isFalse();
        assertThat(git.ignored(folder, "apps/web/.env.test")).isTrue();
    }
}
