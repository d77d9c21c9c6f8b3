package community.likeminds.agent.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressLineTests {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long now;

    private ProgressLine progress(boolean redrawn, int columns) {
        return new ProgressLine(
                new PrintStream(bytes, true, StandardCharsets.UTF_8), redrawn, columns, new Style(false), () -> now);
    }

    private String shown() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void logsGetALineAStageAndThenOneEveryTenSeconds() {
        ProgressLine progress = progress(false, 100);
        progress.report("Reading", 1, 1000, "a.md");
        progress.report("Reading", 2, 1000, "b.md");
        now += 11_000_000_000L;
        progress.report("Reading", 500, 1000, "c.md");
        progress.report("Embedding", 0, 0, "");
        progress.close();
        assertThat(shown().lines()).containsExactly("Reading … 1/1000", "Reading … 500/1000", "Embedding …");
    }

    @Test
    void aTerminalGetsOneLineThatIsTakenAwayAtTheEnd() {
        ProgressLine progress = progress(true, 100);
        progress.report("Reading", 5, 10, "docs/a.md");
        progress.close();
        assertThat(shown())
                .isEqualTo("\r\u001b[KReading " + "█".repeat(12) + "░".repeat(12) + " 5/10  50% docs/a.md\r\u001b[K");
    }

    @Test
    void aLineNeverGrowsBeyondTheTerminal() {
        ProgressLine progress = progress(true, 60);
        progress.report("Reading", 5, 10, "a/very/long/path/that/does/not/fit/on/the/line/file.md");
        String line = shown().substring("\r\u001b[K".length());
        assertThat(line.length()).isLessThan(60);
        assertThat(line).endsWith("file.md");
    }

    @Test
    void theLastStepIsAlwaysShown() {
        ProgressLine progress = progress(true, 100);
        progress.report("Reading", 9, 10, "");
        progress.report("Reading", 10, 10, "");
        assertThat(shown()).contains("10/10 100%");
    }

    @Test
    void countsBeyondTheTotalDoNoHarm() {
        ProgressLine progress = progress(true, 100);
        progress.report("Reading", 12, 10, "");
        progress.report("Other", -1, 10, "");
        assertThat(shown()).contains("10/10 100%", "0/10   0%");
    }
}
