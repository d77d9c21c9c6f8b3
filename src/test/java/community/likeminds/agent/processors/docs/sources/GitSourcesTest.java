package community.likeminds.agent.processors.docs.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.processors.docs.Source;
import community.likeminds.agent.processors.docs.SourceChanges;
import community.likeminds.agent.processors.docs.SourceChanges.FileChange;
import community.likeminds.agent.processors.docs.SourceChanges.Kind;
import community.likeminds.agent.processors.docs.sources.web.HostGuard;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.ResetCommand;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.transport.Daemon;
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
    void readsNothingOfAPrivateNetwork() throws Exception {
        List<String> asked = Collections.synchronizedList(new ArrayList<>());
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String port = ":" + server.getAddress().getPort();
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            exchange.getResponseHeaders().set("Location", "http://127.0.0.1" + port + "/secret.git/info/refs?service=git-upload-pack");
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().startsWith("/secret") ? 404 : 302, -1);
            exchange.close();
        });
        server.start();
        try {
            for (String scheme : List.of("http", "https", "git")) {
                assertRefused(scheme + "://localhost" + port + "/orbit.git", List.of());
            }
            assertThat(asked).isEmpty();
            assertRefused("http://localhost" + port + "/orbit.git", List.of("localhost"));
            assertThat(asked).containsOnly("/orbit.git/info/refs");
        } finally {
            server.stop(0);
        }
    }

    private void assertRefused(String location, List<String> privateHosts) {
        assertThatThrownBy(() -> new Sources(folder.resolve("cache"), privateHosts).open(location, Progress.NONE))
                .isInstanceOfSatisfying(AgentException.class, failed -> {
                    assertThat(failed.code()).as(failed.fact()).isEqualTo("source-refused");
                    assertThat(failed.remedy()).contains("private-hosts").endsWith(".");
                });
    }

    private SourceChanges changes(Source source, RevCommit since) {
        return new Sources(folder.resolve("cache")).changes(source, since.name()).orElseThrow();
    }

    private void write(String path, String text) throws Exception {
        Files.createDirectories(repository.resolve(path).getParent());
        Files.writeString(repository.resolve(path), text);
    }

    @Test
    void historyTellsWhatChanged() throws Exception {
        open(repository + "#main:docs");
        try (Git git = Git.open(repository.toFile())) {
            commit(git, "docs/start.md", "# Start here");
            write("code/main.c", "int main;");
            commit(git, "docs/new.md", "# New");
            git.rm().addFilepattern("docs/more.md").call();
            commit(git, "README.md", "# Read me");
        }
        Source now = open(repository + "#main:docs");
        SourceChanges changes = changes(now, second);
        assertThat(changes.from()).isEqualTo(second.name());
        assertThat(changes.to()).isEqualTo(now.version());
        assertThat(List.of(changes.commits(), changes.added(), changes.changed(), changes.removed())).containsExactly(3, 1, 1, 1);
        assertThat(changes.files()).containsExactly(
                new FileChange("more.md", Kind.REMOVED), new FileChange("new.md", Kind.ADDED), new FileChange("start.md", Kind.CHANGED));
        assertThat(changes(open(repository.toString() + "#main"), second).files()).extracting(FileChange::path)
                .containsExactly("README.md", "code/main.c", "docs/more.md", "docs/new.md", "docs/start.md");
    }

    @Test
    void onlyWhatIsNewIsFetched() throws Exception {
        write("docs/large.bin", new Random(7).ints(200_000).mapToObj(Integer::toHexString).collect(Collectors.joining()));
        try (Git git = Git.open(repository.toFile())) {
            commit(git, "docs/a.md", "# A");
        }
        open(repository + "#main");
        long before = packed();
        try (Git git = Git.open(repository.toFile())) {
            commit(git, "docs/a.md", "# A, again");
        }
        open(repository + "#main");
        assertThat(before).isGreaterThan(500_000);
        assertThat(packed() - before).isLessThan(20_000);
    }

    private long packed() throws Exception {
        try (Stream<Path> files = Files.walk(folder.resolve("cache"))) {
            return files.filter(file -> file.toString().contains("history.git") && Files.isRegularFile(file)).mapToLong(file -> file.toFile().length()).sum();
        }
    }

    @Test
    void aRewrittenHistoryIsComparedByItsFiles() throws Exception {
        open(repository + "#main");
        try (Git git = Git.open(repository.toFile())) {
            git.reset().setMode(ResetCommand.ResetType.HARD).setRef(first.name()).call();
            commit(git, "docs/other.md", "# Other");
        }
        Source now = open(repository + "#main");
        SourceChanges changes = changes(now, second);
        assertThat(changes.commits()).isZero();
        assertThat(changes.files()).containsExactly(new FileChange("docs/more.md", Kind.REMOVED), new FileChange("docs/other.md", Kind.ADDED));
        assertThat(new PageReader(2).read(now, Progress.NONE).pages()).extracting(Page::path).containsExactly("docs/other.md", "docs/start.md");
    }

    @Test
    void anUnknownPastIsNoError() {
        Source now = open(repository + "#main");
        Sources sources = new Sources(folder.resolve("cache"));
        assertThat(sources.changes(now, first.name())).as("never fetched").isEmpty();
        assertThat(sources.changes(now, "0".repeat(40))).isEmpty();
        assertThat(sources.changes(now, "1.2.3")).isEmpty();
        assertThat(sources.changes(now, "")).isEmpty();
    }

    @Test
    void aRepositoryThatIsShallowItselfIsRead() throws Exception {
        Path shallow = folder.resolve("shallow.git");
        Git.cloneRepository().setURI(repository.toUri().toString()).setDirectory(shallow.toFile()).setBare(true).setDepth(1).call().close();
        assertThat(open(shallow + "#main").version()).isEqualTo(second.name());
    }

    @Test
    void theUsersOwnGitGivesTheSame() throws Exception {
        Programs programs = new Programs();
        assumeTrue(programs.find("git").isPresent(), "git is not on the path");
        GitSources sources = new GitSources(folder.resolve("other"), programs, new HostGuard(List.of()));
        GitRemote remote = new ProgramGit(programs, new HostGuard(List.of()));
        try (Git git = Git.open(repository.toFile())) {
            git.tag().setName("v1").setAnnotated(true).setSigned(false).setMessage("one").setObjectId(first).call();
        }
        assertThat(sources.open(GitLocation.of(repository + "#v1"), remote, Progress.NONE).version()).isEqualTo(first.name());
        assertThat(sources.open(GitLocation.of(repository + "#main"), remote, Progress.NONE).version()).isEqualTo(second.name());
        try (Git git = Git.open(repository.toFile())) {
            commit(git, "docs/new.md", "# New");
        }
        Source now = sources.open(GitLocation.of(repository + "#main:docs"), remote, Progress.NONE);
        assertThat(sources.changes(now, second.name())).hasValueSatisfying(changes -> {
            assertThat(changes.commits()).isEqualTo(1);
            assertThat(changes.files()).containsExactly(new FileChange("new.md", Kind.ADDED));
        });
        assertThatThrownBy(() -> sources.open(GitLocation.of(repository + "#nowhere"), remote, Progress.NONE)).isInstanceOfSatisfying(
                AgentException.class, failed -> assertThat(failed.code()).isEqualTo("source-branch-not-found"));
    }

    /** A name that leads to this server when it is looked at, and nowhere afterwards, as that of a host who changes his mind. */
    @Test
    void theGitProtocolConnectsToTheAddressThatWasLookedAt() throws Exception {
        Daemon daemon = new Daemon(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        daemon.setRepositoryResolver((client, name) -> {
            try {
                return Git.open(repository.toFile()).getRepository();
            } catch (IOException unreadable) {
                throw new RepositoryNotFoundException(name, unreadable);
            }
        });
        daemon.start();
        try {
            String host = "docs-of-orbit.invalid";
            List<String> asked = new ArrayList<>();
            HostGuard guard = new HostGuard(List.of(host), name -> {
                asked.add(name);
                return new InetAddress[] {InetAddress.getLoopbackAddress()};
            });
            GitLocation git = GitLocation.of("git://" + host + ":" + daemon.getAddress().getPort() + "/orbit#old");
            assertThat(new GitSources(folder.resolve("other"), new Programs(), guard).open(git, new DirectGit(guard), Progress.NONE).version())
                    .isEqualTo(first.name());
            assertThat(asked).containsOnly(host);
            HostGuard strict = new HostGuard(List.of(), guard::resolve);
            assertThatThrownBy(() -> new DirectGit(strict).head(git)).isInstanceOfSatisfying(
                    AgentException.class, failed -> assertThat(failed.code()).isEqualTo("source-refused"));
        } finally {
            daemon.stopAndWait();
        }
    }

    @Test
    void whatWasFetchedServesWhenTheHostIsGone() throws Exception {
        GitSources sources = new GitSources(folder.resolve("other"), new Programs(), new HostGuard(List.of()));
        GitLocation git = GitLocation.of(repository + "#main");
        GitRemote gone = new GitRemote() {
            @Override
            public Head head(GitLocation asked) throws Unreachable {
                throw new Unreachable("no route");
            }

            @Override
            public void fetch(GitLocation asked, Path bare, String ref, String as, int depth) throws Unreachable {
                throw new Unreachable("no route");
            }
        };
        assertThatThrownBy(() -> sources.open(git, gone, Progress.NONE)).isInstanceOfSatisfying(
                AgentException.class, failed -> assertThat(failed.code()).isEqualTo("source-unreachable"));
        sources.open(git, new DirectGit(new HostGuard(List.of())), Progress.NONE);
        assertThat(sources.open(git, gone, Progress.NONE).version()).isEqualTo(second.name());
    }

    @Test
    void onlyTheLatestVersionsStayCheckedOut() throws Exception {
        for (int i = 0; i < 6; i++) {
            try (Git git = Git.open(repository.toFile())) {
                commit(git, "docs/a.md", "# A " + i);
            }
            open(repository + "#main");
        }
        try (Stream<Path> files = Files.walk(folder.resolve("cache"), 3)) {
            assertThat(files.filter(file -> file.getFileName().toString().matches("[0-9a-f]{40}"))).hasSize(3);
        }
    }

    @Test
    void pagesOfAHostedRepositoryAreReadAsItsFiles() throws Exception {
        Path docs = Files.createDirectories(folder.resolve("copy/docs"));
        Files.writeString(docs.resolve("a b.md"), "# A");
        Source source = new Source("copy", Source.Kind.GIT, "x", "c0ffee", folder.resolve("copy"), "", "https://github.com/o/n/blob/c0ffee");
        assertThat(new PageReader(1).read(source, Progress.NONE).pages()).singleElement()
                .satisfies(page -> assertThat(page.facts().address()).isEqualTo("https://github.com/o/n/blob/c0ffee/docs/a%20b.md"));
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> open(repository + "#nowhere")).isInstanceOfSatisfying(AgentException.class,
                failed -> assertThat(failed.code()).isEqualTo("source-branch-not-found"));
        assertThatThrownBy(() -> open(repository + "#main:../..")).isInstanceOfSatisfying(AgentException.class,
                failed -> assertThat(failed.code()).isEqualTo("source-not-found"));
        assertThatThrownBy(() -> open(folder.resolve("none.git").toUri().toString())).isInstanceOfSatisfying(AgentException.class,
                failed -> assertThat(failed.code()).startsWith("source-"));
        assertThatThrownBy(() -> new Sources(folder.resolve("cache"), List.of("127.0.0.1")).open("http://127.0.0.1:1/x/y.git", Progress.NONE)).isInstanceOfSatisfying(AgentException.class, failed -> {
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
