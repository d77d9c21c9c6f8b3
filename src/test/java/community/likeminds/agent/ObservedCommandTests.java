package community.likeminds.agent;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.cli.LikemindsCli;
import community.likeminds.agent.cli.terminal.Terminal;
import community.likeminds.agent.infrastructure.observability.OtlpReceiver;
import community.likeminds.agent.infrastructure.observability.OtlpReceiver.Received;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands have traces when a collector is named, and nothing of it otherwise. */
class ObservedCommandTests {

    private static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";

    @TempDir
    Path folder;

    @AfterEach
    void forget() {
        System.clearProperty(ENDPOINT);
    }

    @Test
    void oneTraceLeadsFromTheCommandToTheIndex() throws Exception {
        try (OtlpReceiver collector = new OtlpReceiver()) {
            System.setProperty(ENDPOINT, collector.address() + "/v1/traces");
            Path docs = Files.createDirectories(folder.resolve("docs"));
            Files.writeString(docs.resolve("start.md"), "# Start\n\nCall `openSession` first.\n");
            assertThat(run("ingest", docs.toString())).isZero();
            // Whatever was recorded is sent before the command ends.
            Received written = collector.spans().stream()
                    .filter(one -> one.name().equals("likeminds.index") && one.attribute("operation").equals("replace"))
                    .findFirst()
                    .orElseThrow();
            assertThat(collector.path("likeminds ingest", written)).startsWith("likeminds ingest", "likeminds.ingestion");
            assertThat(collector.refused()).isEmpty();
        }
    }

    @Test
    void aCollectorThatIsAwayFailsNoCommand() throws Exception {
        System.setProperty(ENDPOINT, "http://127.0.0.1:1/v1/traces");
        assertThat(run("sources")).isZero();
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "--data";
        all[1] = folder.resolve("data").toString();
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true);
        return LikemindsCli.run(all, new SpringStarter(), terminal(stream));
    }

    private static Terminal terminal(PrintStream stream) {
        return new Terminal(new StringReader(""), stream, stream, Map.of());
    }
}
