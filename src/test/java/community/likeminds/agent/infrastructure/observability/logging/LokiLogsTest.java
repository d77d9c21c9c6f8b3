package community.likeminds.agent.infrastructure.observability.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import com.github.loki4j.logback.Loki4jAppender;
import community.likeminds.agent.infrastructure.observability.LokiReceiver;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.MDC;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.unit.DataSize;

class LokiLogsTest {

    private final LoggerContext context = new LoggerContext();
    private final RedactingAppender redacting = new RedactingAppender();
    private LokiReceiver loki;

    @BeforeEach
    void begin() throws IOException {
        loki = new LokiReceiver();
        context.setMDCAdapter(MDC.getMDCAdapter());
        redacting.setContext(context);
        redacting.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(redacting);
    }

    @AfterEach
    void end() throws InterruptedException {
        Thread.ofPlatform().daemon().start(context::stop).join(Duration.ofSeconds(3));
        loki.close();
    }

    private Loki4jAppender sending(String url, DataSize memory) {
        return sending(url, memory, 20);
    }

    private Loki4jAppender sending(String url, DataSize memory, int retries) {
        LokiProperties properties =
                new LokiProperties(url, "", "", "NOTHING", 100, Duration.ofMillis(200), memory, retries, Duration.ofSeconds(5));
        Loki4jAppender appender = LokiLogs.appender(
                context, properties, new MockEnvironment().withProperty("spring.application.name", "tested").withProperty("likeminds.roles", "gateway,vectors"));
        appender.start();
        redacting.addAppender(appender);
        return appender;
    }

    @Test
    void linesCarryTheirTraceAndNoSecrets() throws Exception {
        Loki4jAppender appender = sending(loki.url(), DataSize.ofMegabytes(1));
        MDC.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
        try {
            context.getLogger("some.Logger")
                    .warn("Task 0d8b6a3e-1d8e-4f2a-9a77-0f3d6c1e2b45 sent password=hunter2hunter2", new IllegalStateException("token: abcd1234efgh5678"));
        } finally {
            MDC.remove("traceId");
        }
        LokiReceiver.Line line = loki.await(one -> one.text().contains("Task"));
        assertThat(line.text())
                .contains("0d8b6a3e-1d8e-4f2a-9a77-0f3d6c1e2b45", "[secret]", "IllegalStateException")
                .doesNotContain("hunter2", "abcd1234efgh5678");
        assertThat(line.labels()).containsOnly(Map.entry("application", "tested"), Map.entry("level", "WARN"));
        assertThat(line.metadata())
                .containsEntry("trace_id", "4bf92f3577b34da6a3ce929d0e0e4736")
                .containsEntry("roles", "gateway vectors")
                .containsEntry("logger", "some.Logger");
        assertThat(loki.refused()).isEmpty();
        appender.stop();
    }

    @Test
    void linesAreSentInBatchesAndThoseOfTheLastMomentAtTheEnd() {
        Loki4jAppender appender = sending(loki.url(), DataSize.ofMegabytes(8));
        IntStream.range(0, 2_500).forEach(number -> context.getLogger("many").info("line {}.", number));
        appender.stop();
        assertThat(texts()).containsExactlyInAnyOrderElementsOf(IntStream.range(0, 2_500).mapToObj(number -> "line " + number + ".").toList());
        assertThat(loki.batches()).allMatch(size -> size <= 100).hasSizeLessThan(200);
        assertThat(loki.refused()).isEmpty();
    }

    @Test
    void whatLokiWasAwayForIsSentAgain() throws Exception {
        loki.away(4, 503);
        Loki4jAppender appender = sending(loki.url(), DataSize.ofMegabytes(1));
        context.getLogger("away").info("first");
        loki.await(line -> line.text().contains("first"));
        loki.away(2, 429);
        context.getLogger("away").info("second");
        loki.await(line -> line.text().contains("second"));
        appender.stop();
        assertThat(texts()).as("nothing twice").containsExactly("first", "second");
    }

    @Test
    void aLokiThatIsAwayTakesBoundedMemoryAndDelaysNobody() throws Exception {
        int closed;
        try (ServerSocket unused = new ServerSocket(0)) {
            closed = unused.getLocalPort();
        }
        sending("http://127.0.0.1:" + closed + "/loki/api/v1/push", DataSize.ofKilobytes(64), 1);
        String text = "x ".repeat(1_900);
        System.gc();
        long before = used();
        IntStream.range(0, 5_000).forEach(number -> context.getLogger("away").info("{} {}", number, text));
        System.gc();
        // 19 MB were logged.
        assertThat(used() - before).isLessThan(DataSize.ofMegabytes(9).toBytes());
    }

    private List<String> texts() {
        return loki.lines().stream().map(line -> line.text().strip()).toList();
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
