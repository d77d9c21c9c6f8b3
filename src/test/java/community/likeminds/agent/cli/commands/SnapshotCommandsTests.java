package community.likeminds.agent.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.documentation.CodebaseSnapshots;
import community.likeminds.agent.agents.documentation.DocumentationSnapshots;
import community.likeminds.agent.cli.LikemindsCli;
import community.likeminds.agent.cli.Services;
import community.likeminds.agent.cli.terminal.Terminal;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SnapshotCommandsTests {

    private final CodebaseSnapshots code = new CodebaseSnapshots() {
        @Override
        public DocumentationSnapshots.Result save(TenantId tenant, List<String> codebases, Path file, Progress progress) {
            calls.add("save code " + codebases + " " + file.getFileName() + " " + file.isAbsolute());
            return new DocumentationSnapshots.Result(List.of("shop"), 12, 11);
        }

        @Override
        public DocumentationSnapshots.Result restore(TenantId tenant, Path file, Progress progress) {
            calls.add("restore code " + file.getFileName());
            return new DocumentationSnapshots.Result(List.of("shop"), 12, 11);
        }
    };


    private final List<String> calls = new ArrayList<>();
    private String out = "";
    private String err = "";

    private final DocumentationSnapshots snapshots = new DocumentationSnapshots() {
        @Override
        public Result save(TenantId tenant, List<String> sources, Path file, Progress progress) {
            calls.add("save " + sources + " " + file.getFileName() + " " + file.isAbsolute());
            return new Result(List.of("feed", "chat"), 1200, 1100);
        }

        @Override
        public Result restore(TenantId tenant, Path file, Progress progress) {
            calls.add("restore " + file.getFileName());
            throw AgentException.badInput("snapshot-damaged", "The snapshot is damaged.", "Use another one.");
        }
    };

    private int run(String... arguments) {
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        int status = LikemindsCli.run(
                arguments,
                settings -> new Services() {
                    @Override
                    public <T> T get(Class<T> type) {
                        return type.cast(type == CodebaseSnapshots.class ? code : snapshots);
                    }

                    @Override
                    public int port() {
                        return 1;
                    }

                    @Override
                    public void close() {
                        calls.add("close");
                    }
                },
                new Terminal(
                        new StringReader(""),
                        new PrintStream(outBytes, true, StandardCharsets.UTF_8),
                        new PrintStream(errBytes, true, StandardCharsets.UTF_8),
                        Map.of()));
        out = outBytes.toString(StandardCharsets.UTF_8);
        err = errBytes.toString(StandardCharsets.UTF_8);
        return status;
    }

    @Test
    void savesAndSaysWhat() {
        assertThat(run("sources", "snapshot", "docs.zip", "--source", "feed", "--source", "chat")).isZero();
        assertThat(calls).containsExactly("save [feed, chat] docs.zip true", "close");
        assertThat(out).contains("docs.zip holds feed, chat: 1,200 passages, 1,100 vectors.");
        assertThat(run("sources", "snapshot", "docs.zip", "--json")).isZero();
        assertThat(out).contains("\"sources\":[\"feed\",\"chat\"]", "\"passages\":1200");
    }

    @Test
    void saysWhyARestoreIsRefused() {
        assertThat(run("sources", "restore", "docs.zip")).isEqualTo(2);
        assertThat(calls).containsExactly("restore docs.zip", "close");
        assertThat(err).contains("The snapshot is damaged.", "Use another one.");
        assertThat(run("sources", "restore")).isEqualTo(2);
        assertThat(err).contains("FILE");
    }

    @Test
    void sourceCodeIsTakenIntoAFileAndBack() {
        assertThat(run("code", "snapshot", "code.zip", "--codebase", "shop")).isZero();
        assertThat(out).contains("code.zip holds shop: 12 passages, 11 vectors.");
        assertThat(run("code", "restore", "code.zip")).isZero();
        assertThat(out).contains("shop restored: 12 passages, 11 vectors.");
        assertThat(calls).contains("save code [shop] code.zip true", "restore code code.zip");
    }
}
