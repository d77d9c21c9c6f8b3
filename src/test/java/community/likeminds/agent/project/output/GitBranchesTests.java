package community.likeminds.agent.project.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.project.output.Branches.Commit;
import community.likeminds.agent.shared.AgentException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitBranchesTests {

    @TempDir
    Path folder;

    @Test
    void commitsOneAStepAndLeavesTheUsersOwnWorkAlone() throws Exception {
        try (Git git = repository()) {
            Path app = folder.resolve("apps/web");
            Files.writeString(app.resolve("mine.txt"), "dirty");
            Files.writeString(app.resolve("untracked.txt"), "untracked");
            Files.writeString(app.resolve("a.ts"), "a2\n");
            Files.writeString(app.resolve("b.ts"), "b\n");
            Files.delete(app.resolve("gone.ts"));
            Map<String, byte[]> second = new HashMap<>(Map.of("a.ts", bytes("a2\n")));
            second.put("gone.ts", null);

            new GitBranches().commit(app, "likeminds/chat", List.of(
                    new Commit("feat: step one\n\nFrom the guide.", Map.of("b.ts", bytes("b\n"))),
                    new Commit("feat: step two", second)));

            assertThat(git.getRepository().getBranch()).isEqualTo("likeminds/chat");
            List<RevCommit> log = StreamSupport.stream(git.log().call().spliterator(), false).toList();
            assertThat(log).extracting(RevCommit::getShortMessage)
                    .containsExactly("feat: step two", "feat: step one", "start");
            assertThat(log.getFirst().getAuthorIdent().getName()).isEqualTo("Test Person");
            var status = git.status().call();
            assertThat(status.getModified()).containsExactly("apps/web/mine.txt");
            assertThat(status.getUntracked()).containsExactly("apps/web/untracked.txt");
            assertThat(status.getAdded()).isEmpty();
            assertThat(status.getChanged()).isEmpty();
            assertThat(status.getMissing()).isEmpty();
        }
    }

    @Test
    void lineEndingsFollowTheRepositorysAttributes() throws Exception {
        try (Git git = repository()) {
            Files.writeString(folder.resolve(".gitattributes"), "*.ts text\n");
            git.add().addFilepattern(".gitattributes").call();
            git.commit().setMessage("attributes").call();
            Files.writeString(folder.resolve("apps/web/a.ts"), "x\r\ny\r\n");
            new GitBranches().commit(folder, "eol", List.of(
                    new Commit("feat: x", Map.of("apps/web/a.ts", bytes("x\r\ny\r\n")))));
            var blob = git.getRepository().resolve("eol:apps/web/a.ts");
            assertThat(git.getRepository().open(blob).getBytes()).isEqualTo(bytes("x\ny\n"));
        }
    }

    @Test
    void refusesWhatItCannotDo() throws Exception {
        GitBranches branches = new GitBranches();
        List<Commit> commits = List.of(new Commit("feat: x", Map.of("x", bytes("x"))));
        assertCode("not-a-repository", () -> branches.commit(folder, "b", commits));
        try (Git git = repository()) {
            assertCode("branch-exists", () -> branches.commit(folder, git.getRepository().getBranch(), commits));
            assertCode("branch-invalid", () -> branches.commit(folder, "a..b", commits));
            Files.writeString(folder.resolve("staged.txt"), "x");
            git.add().addFilepattern("staged.txt").call();
            assertCode("index-dirty", () -> branches.commit(folder, "b", commits));
        }
    }

    private static void assertCode(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(AgentException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private Git repository() throws Exception {
        Git git = Git.init().setDirectory(folder.toFile()).call();
        git.getRepository().getConfig().setString("user", null, "name", "Test Person");
        git.getRepository().getConfig().setString("user", null, "email", "person@example.org");
        git.getRepository().getConfig().save();
        Path app = Files.createDirectories(folder.resolve("apps/web"));
        for (String name : List.of("a.ts", "gone.ts", "mine.txt")) {
            Files.writeString(app.resolve(name), "start\n");
        }
        git.add().addFilepattern(".").call();
        git.commit().setMessage("start").setSign(false).call();
        return git;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
