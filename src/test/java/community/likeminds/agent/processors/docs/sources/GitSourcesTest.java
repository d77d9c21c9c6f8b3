package community.likeminds.agent.processors.docs.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.processors.docs.Source;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitSourcesTest {

    @TempDir
    Path folder;

    private Path repository;
    private RevCommit first;
    private RevCommit second;

    @BeforeEach
    void makeRepository() throws Exception {
        repository = Files.createDirectories(folder.resolve("orbit.git"));
        try (Git git = Git.init().setDirectory(repository.toFile()).setInitialBranch("main").call()) {
            first = commit(git, "docs/start.md", "# Start");
            git.branchCreate().setName("old").call();
            second = commit(git, "docs/more.md", "# More");
        }
    }

    private RevCommit commit(Git git, String path, String text) throws Exception {
        Files.createDirectories(repository.resolve(path).getParent());
        Files.writeString(repository.resolve(path), text);
        git.add().addFilepattern(".").call();
        return git.commit().setMessage("docs").setAuthor("A", "a@example.org").setCommitter("A", "a@example.org").setSign(false).call();
    }

    private Source open(String location) {
        return new Sources(folder.resolve("cache")).open(location, Progress.NONE);
    }

    @Test
    void fetchesTheDefaultBranch() {
        Source source = open(repository.toUri().toString());
        assertThat(source.kind()).isEqualTo(Source.Kind.GIT);
        assertThat(source.name()).isEqualTo("orbit");
        assertThat(source.version()).isEqualTo(second.name());
        assertThat(new PageReader(2).read(source, Progress.NONE).pages()).extracting(Page::path)
                .containsExactly("docs/more.md", "docs/start.md");
        assertThat(open(repository.toUri().toString()).root()).isEqualTo(source.root());
    }

    @Test
    void fetchesABranchAndAFolderOfALocalRepository() {
        Source source = open(repository + "#old:docs");
        assertThat(source.version()).isEqualTo(first.name());
        assertThat(new PageReader(2).read(source, Progress.NONE).pages()).extracting(Page::path).containsExactly("start.md");
    }

    @Test
    void aNewCommitIsFetched() throws Exception {
        open(repository + "#main");
        RevCommit third;
        try (Git git = Git.open(repository.toFile())) {
            third = commit(git, "docs/new.md", "# New");
        }
        assertThat(open(repository + "#main").version()).isEqualTo(third.name());
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> open(repository + "#nowhere")).isInstanceOfSatisfying(AgentException.class,
                failed -> assertThat(failed.code()).isEqualTo("source-branch-not-found"));
        assertThatThrownBy(() -> open(repository + "#main:../..")).isInstanceOfSatisfying(AgentException.class,
                failed -> assertThat(failed.code()).isEqualTo("source-not-found"));
        assertThatThrownBy(() -> open(folder.resolve("none.git").toUri().toString())).isInstanceOfSatisfying(AgentException.class,
                failed -> assertThat(failed.code()).startsWith("source-"));
        assertThatThrownBy(() -> open("http://127.0.0.1:1/x/y.git")).isInstanceOfSatisfying(AgentException.class, failed -> {
            assertThat(failed.code()).isEqualTo("source-unreachable");
            assertThat(failed.kind()).isEqualTo(AgentException.Kind.UNAVAILABLE);
        });
    }

    @Test
    void understandsAddresses() {
        assertThat(GitLocation.isGit("git@example.org:a/b.git")).isTrue();
        assertThat(GitLocation.isGit("https://example.org/a/b.git#main")).isTrue();
        assertThat(GitLocation.isGit(folder.toString())).isFalse();
        GitLocation secret = GitLocation.of("https://me:secret@example.org/a/b.git#v1:docs/api");
        assertThat(secret.shown()).isEqualTo("https://example.org/a/b.git");
        assertThat(secret.branch()).isEqualTo("v1");
        assertThat(secret.folder()).isEqualTo("docs/api");
        assertThat(secret.name()).isEqualTo("b");
    }
}
