package community.likeminds.agent.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.documentation.Benchmarks.Figure;
import community.likeminds.agent.cli.terminal.Style;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FigurePrinterTests {

    private static final List<Figure> FIGURES = List.of(
            new Figure("search, p50", 0.4412, "ms", "limit", 5, "1,000 queries"),
            new Figure("pages", 1234.5, "pages/s", "", Double.NaN, ""));

    @Test
    void figuresStandBesideTheirPeers() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new FigurePrinter(new PrintStream(bytes, true, StandardCharsets.UTF_8), new Style(false)).print(FIGURES);
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly("search, p50 0.441 ms limit 5.00 ms 1,000 queries", "pages 1,235 pages/s");
    }

    @Test
    void aMissingPeerIsNullForMachines() {
        assertThat(Json.line(FigurePrinter.toJson(FIGURES)))
                .isEqualTo("[{\"name\":\"search, p50\",\"value\":0.4412,\"unit\":\"ms\",\"peerName\":\"limit\","
                        + "\"peerValue\":5.0,\"note\":\"1,000 queries\"},{\"name\":\"pages\",\"value\":1234.5,"
                        + "\"unit\":\"pages/s\",\"peerName\":\"\",\"peerValue\":null,\"note\":\"\"}]");
    }
}
