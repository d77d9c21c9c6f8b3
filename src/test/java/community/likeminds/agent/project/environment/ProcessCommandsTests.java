package community.likeminds.agent.project.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.project.environment.Commands.Command;
import community.likeminds.agent.project.environment.Commands.Preview;
import community.likeminds.agent.project.environment.Commands.Result;
import community.likeminds.agent.shared.AgentException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessCommandsTests {

    private final ProcessCommands commands = new ProcessCommands();

    @TempDir
    Path folder;

    @Test
    void streamsLinesWithoutTerminalCodes() {
        List<String> lines = new CopyOnWriteArrayList<>();
        Result result = commands.run(new Command(
                folder,
                List.of("sh", "-c", "printf '\\033[31mred\\033[0m\\n10%%\\r100%%\\n'; echo no newline >&2; pwd; exit 3"),
                Map.of(),
                Duration.ofSeconds(20),
                lines::add));
        assertThat(result.exit()).isEqualTo(3);
        assertThat(lines).startsWith("red", "10%", "100%", "no newline");
        assertThat(result.output()).startsWith("red\n10%\n100%\nno newline\n");
    }

    @Test
    void endsEverythingThatItStartedAtTheLimit() throws Exception {
        Path pids = folder.resolve("pids");
        long start = System.nanoTime();
        Result result = commands.run(command(
                Duration.ofSeconds(1),
                "sh", "-c", "(trap '' TERM; echo $$ >> pids; sleep 60 & echo $! >> pids; sleep 60) & sleep 60"));
        assertThat(result.exit()).isEqualTo(-1);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(9));
        for (String pid : Files.readAllLines(pids)) {
            assertThat(ProcessHandle.of(Long.parseLong(pid)).filter(ProcessGroup::runs)).isEmpty();
        }
    }

    @Test
    void aChildLeftInTheBackgroundDoesNotOutliveItsCommand() throws Exception {
        Result result = commands.run(command(Duration.ofSeconds(20), "sh", "-c", "sleep 60 & echo $!"));
        long pid = Long.parseLong(result.output().strip());
        assertThat(result.exit()).isZero();
        assertThat(result.millis()).isLessThan(8_000);
        assertThat(ProcessHandle.of(pid).filter(ProcessGroup::runs)).isEmpty();
    }

    @Test
    void readsNothingFromStandardInput() {
        assertThat(commands.run(command(Duration.ofSeconds(10), "cat")).ok()).isTrue();
    }

    @Test
    void keepsTheEndOfLongOutput() {
        Result result = commands.run(command(
                Duration.ofSeconds(60), "sh", "-c", "i=0; while [ $i -lt 30000 ]; do echo line-$i; i=$((i+1)); done"));
        assertThat(result.output()).hasSizeLessThanOrEqualTo(200_000).endsWith("line-29999\n");
    }

    @Test
    void secretsOfThisProcessAreNotInherited() {
        Map<String, String> inherited = new java.util.HashMap<>(Map.of(
                "MY_API_KEY", "1", "GITHUB_TOKEN", "1", "DB_PASSWORD", "1", "HTTPS_PROXY", "http://u:p@proxy:1",
                "DATABASE_URL", "postgres://u:p@h/db", "npm_config_registry", "r", "NPM_TOKEN", "t", "PATH", "/bin"));
        ProcessEnvironment.prepare(inherited, Map.of("STRIPE_SECRET_KEY", "given"));
        assertThat(inherited)
                .containsKeys("HTTPS_PROXY", "npm_config_registry", "NPM_TOKEN", "PATH")
                .containsEntry("CI", "1")
                .containsEntry("npm_config_audit", "false")
                .containsEntry("STRIPE_SECRET_KEY", "given")
                .doesNotContainKeys("MY_API_KEY", "GITHUB_TOKEN", "DB_PASSWORD", "DATABASE_URL");
    }

    @Test
    void aMissingProgramIsSaid() {
        assertThat(commands.find("no-such-program-here")).isEmpty();
        assertThatThrownBy(() -> commands.run(command(Duration.ofSeconds(5), "no-such-program-here")))
                .isInstanceOfSatisfying(AgentException.class, e -> assertThat(e.code()).isEqualTo("program-missing"));
    }

    @Test
    void previewAnswersAndEndsWhenClosed() throws Exception {
        Files.writeString(folder.resolve("index.html"), "<h1>hello</h1>");
        String java = Path.of(System.getProperty("java.home"), "bin", "jwebserver").toString();
        String address;
        try (Preview preview = commands.preview(
                command(Duration.ofHours(1), java, "-p", "{port}", "-d", folder.toRealPath().toString()),
                0,
                Duration.ofSeconds(30))) {
            address = preview.address();
            assertThat(preview.alive()).isTrue();
            assertThat(get(address)).contains("hello");
        }
        assertThatThrownBy(() -> get(address)).isInstanceOf(java.io.IOException.class);
    }

    @Test
    void aPreviewThatEndsAtOnceSaysWhatItSaid() {
        assertThatThrownBy(() -> commands.preview(
                        command(Duration.ofHours(1), "sh", "-c", "echo broken config; exit 1"), 0, Duration.ofSeconds(20)))
                .isInstanceOfSatisfying(AgentException.class, e -> assertThat(e.code()).isEqualTo("preview-ended"))
                .hasMessageContaining("broken config");
    }

    private static String get(String address) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private Command command(Duration limit, String... arguments) {
        return new Command(folder, List.of(arguments), Map.of(), limit, line -> {});
    }

    @Test
    void aFilterGetsATextAndItsTwoOutputsStayApart() {
        Path folder = Path.of("").toAbsolutePath();
        String text = "one\r\n\u001b[31mtwo\u001b[0m\n".repeat(20_000);
        Commands.Filtered all = commands.filter(
                new Commands.Command(folder, List.of("sh", "-c", "echo aside >&2; cat"), Map.of(), Duration.ofSeconds(20), line -> {}), text.getBytes(StandardCharsets.UTF_8));
        assertThat(all.text()).isEqualTo(text);
        assertThat(all.errors()).isEqualTo("aside\n");
        assertThat(all.ok()).isTrue();
        Commands.Filtered deaf = commands.filter(
                new Commands.Command(folder, List.of("sh", "-c", "exit 3"), Map.of(), Duration.ofSeconds(20), line -> {}), text.getBytes(StandardCharsets.UTF_8));
        assertThat(deaf.exit()).isEqualTo(3);
        Commands.Filtered slow = commands.filter(
                new Commands.Command(folder, List.of("sleep", "60"), Map.of(), Duration.ofMillis(300), line -> {}), new byte[0]);
        assertThat(slow.exit()).isEqualTo(-1);
    }
}
