package community.likeminds.agent;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.coding.SampleProject;
import community.likeminds.agent.cli.LikemindsCli;
import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.cli.terminal.Terminal;
import community.likeminds.agent.infrastructure.auth.AccessRole;
import community.likeminds.agent.infrastructure.auth.Accounts;
import community.likeminds.agent.infrastructure.observability.OtlpReceiver;
import community.likeminds.agent.shared.TenantId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Marked values go through the whole job, and are then looked for wherever something is kept, sent or printed. */
@ExtendWith(OutputCaptureExtension.class)
class CanaryTests {

    private static final String PASSWORD = "canary-password-90210";

    @TempDir
    static Path folder;

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static OtlpReceiver collector;
    private static ConfigurableApplicationContext context;
    private static String token;

    /** What must not be found, by what it is. */
    private final Map<String, String> canaries = new LinkedHashMap<>();
    /** Everything that was answered or printed, by where. */
    private final Map<String, String> seen = new TreeMap<>();

    @BeforeAll
    static void start() throws Exception {
        collector = new OtlpReceiver();
        Files.writeString(Files.createDirectories(folder.resolve("work/docs")).resolve("react.md"), SampleProject.GUIDE);
        context = new SpringApplicationBuilder(Application.class)
                .profiles("server")
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .run("--likeminds.data=" + folder.resolve("data"), "--server.port=0", "--likeminds.web.folders[0]=" + folder.resolve("work"),
                        "--logging.level.root=WARN", "--logging.level.community.likeminds=DEBUG", "--logging.level.org.springframework.web=DEBUG",
                        "--management.opentelemetry.tracing.export.otlp.endpoint=" + collector.address() + "/v1/traces",
                        "--management.opentelemetry.tracing.export.schedule-delay=100ms");
        context.getBean(Accounts.class).addUser(
                TenantId.DEFAULT, new Accounts.NewUser("owner@example.org", "Owner", PASSWORD, Set.of(AccessRole.ADMIN, AccessRole.OPERATOR)));
    }

    @AfterAll
    static void stop() {
        if (context != null) {
            context.close();
        }
        if (collector != null) {
            collector.close();
        }
    }

    @Test
    void nothingThatIsSecretIsFoundAfterAJobOverRest(CapturedOutput output) throws Exception {
        canaries.put("password", PASSWORD);
        JsonNode signedIn = Json.read(call("POST", "/api/v1/auth/tokens", Map.of("email", "owner@example.org", "password", PASSWORD)).body());
        token = signedIn.path("accessToken").stringValue();
        canaries.put("access token", token);
        canaries.put("refresh token", signedIn.path("refreshToken").stringValue());
        String key = Json.read(call("POST", "/api/v1/account/keys", Map.of("name", "program")).body()).path("secret").stringValue();
        canaries.put("API key", key);
        canaries.put("wrong password", "canary-wrong-password-5");
        call("POST", "/api/v1/auth/tokens", Map.of("email", "owner@example.org", "password", "canary-wrong-password-5"));
        canaries.put("wrong key", "lmk_canarywrongkey12345678");
        send("GET", "/api/v1/sources", "lmk_canarywrongkey12345678", Map.of(), "");
        token = key;

        Path project = project("shop");
        look("ingestion", call("POST", "/api/v1/ingestions", Map.of("source", folder.resolve("work/docs").toString())));
        String value = canary("value of a run");
        Map<String, Object> wanted = integration(project, value);
        HttpResponse<String> started = look("run", send("POST", "/api/v1/runs", token, wanted, "canary-run"));
        String run = Json.read(started.body()).path("id").stringValue();
        look("run again", send("POST", "/api/v1/runs", token, wanted, "canary-run"));
        settled("/api/v1/runs/" + run);
        assertThat(Files.readString(project.resolve(".env.local"))).as("what the run was for").contains(value);
        for (String path : List.of(
                "/api/v1/runs/" + run, "/api/v1/runs/" + run + "/events", "/api/v1/reports/" + run, "/api/v1/tasks/" + run, "/api/v1/plans", "/api/v1/audit",
                "/actuator/prometheus")) {
            look(path, call("GET", path, Map.of()));
        }
        look("undo", call("POST", "/api/v1/projects/undo", Map.of("project", project.toString())));
        // What the file held already is a value as well, and is kept for undo.
        Files.writeString(project.resolve(".env.local"), "OTHER_KEY=" + canary("value that was there") + "\n");
        JsonNode report = Json.read(
                look("integration", send("POST", "/api/v1/integrations", token, integration(project, canary("value of a call")), "canary-call")).body());
        assertThat(report.path("changedFiles").propertyNames()).contains(".env.local");
        look("plan", call("GET", "/api/v1/plans/" + report.path("plan").stringValue(), Map.of()));

        Map<String, Object> tooMuch = new LinkedHashMap<>(integration(project, canary("value of a wrong body")));
        tooMuch.put("tenant", "other");
        assertThat(look("wrong body", call("POST", "/api/v1/runs", tooMuch)).statusCode()).isEqualTo(400);
        Map<String, Object> nowhere = integration(folder.resolve("work/nowhere"), canary("value of a failed run"));
        String failed = Json.read(look("failed run", call("POST", "/api/v1/runs", nowhere)).body()).path("id").stringValue("");
        if (!failed.isEmpty()) {
            settled("/api/v1/runs/" + failed);
            look("end of the failed run", call("GET", "/api/v1/runs/" + failed, Map.of()));
        }
        look("dead letters", call("GET", "/api/v1/dead-letters", Map.of()));
        seen.put("database", String.join("\n", context.getBean(JdbcTemplate.class).queryForList("script", String.class)));
        collector.await(one -> one.name().contains("/api/v1/integrations"));
        seen.put("traces", collector.spans().toString());
        everyFileBelow(folder.resolve("data"));
        seen.put("logs", output.getAll());
        assertThat(seen.get("logs")).contains("POST \"/api/v1/integrations\"");
        assertThat(seen.get("database")).contains("values", "lms1.");
        assertThat(found()).isEmpty();
    }

    @Test
    void nothingThatIsSecretIsFoundAfterAJobOnTheCommandLine() throws Exception {
        Path project = project("desk");
        String value = canary("value of a command");
        run("integrate", project.toString(), "--docs", folder.resolve("work/docs").toString(), "--request", "Set up Signpost.", "--yes", "--set",
                "SIGNPOST_APP_ID=" + value, "--no-install", "--no-build", "--report", folder.resolve("printed/report.html").toString());
        assertThat(Files.readString(project.resolve(".env.local"))).as("what the run was for").contains(value);
        run("runs");
        run("undo", project.toString());
        everyFileBelow(folder.resolve("desk-data"));
        everyFileBelow(folder.resolve("printed"));
        assertThat(found()).isEmpty();
    }

    private void run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String[] all = Stream.concat(Stream.of("--data", folder.resolve("desk-data").toString()), Stream.of(arguments)).toArray(String[]::new);
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        int status = LikemindsCli.run(all, new SpringStarter(), new Terminal(new StringReader(""), stream, stream, Map.of()));
        String printed = out.toString(StandardCharsets.UTF_8);
        seen.put("likeminds " + arguments[0], printed);
        assertThat(status).as(printed).isIn(0, 3);
    }

    private String canary(String what) {
        String value = "canary-" + what.replace(' ', '-') + "-" + Math.abs(System.nanoTime() % 1_000_000);
        canaries.put(what, value);
        return value;
    }

    private static Map<String, Object> integration(Path project, String value) {
        return Map.of(
                "project", project.toString(), "docs", List.of(folder.resolve("work/docs").toString()), "request", "Set up Signpost.",
                "values", Map.of("SIGNPOST_APP_ID", value), "allowDirty", true, "skip", List.of("install", "build"));
    }

    private static Path project(String name) throws IOException {
        return SampleProject.viteReact(Files.createDirectories(folder.resolve("work").resolve(name)).toRealPath()).root();
    }

    private HttpResponse<String> look(String where, HttpResponse<String> answer) {
        seen.put(where, answer.headers() + "\n" + answer.body());
        return answer;
    }

    /** Latin-1 shows bytes as they are; the pages of a database may hold a text in two bytes a character. */
    private void everyFileBelow(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                seen.put(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
    }

    private List<String> found() {
        List<String> found = new ArrayList<>();
        canaries.forEach((what, value) -> seen.forEach((where, text) -> {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            String wide = new String(value.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1);
            // The middle of it in Base64 stands in any text that is encoded from the same offset of three.
            String encoded = Base64.getEncoder().withoutPadding().encodeToString(bytes).substring(0, 12);
            if (text.contains(value) || text.contains(wide) || !what.endsWith("token") && text.contains(encoded)) {
                found.add(what + " in " + where);
            }
        }));
        assertThat(seen.size()).isGreaterThan(5);
        return found;
    }

    private static void settled(String path) throws Exception {
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (Set.of("QUEUED", "RUNNING").contains(Json.read(call("GET", path, Map.of()).body()).path("state").stringValue("").toUpperCase(java.util.Locale.ROOT))) {
            assertThat(System.nanoTime()).as(path + " goes on").isLessThan(until);
            Thread.sleep(100);
        }
    }

    private static HttpResponse<String> call(String verb, String path, Map<String, ?> body) throws Exception {
        return send(verb, path, token, body, "");
    }

    private static HttpResponse<String> send(String verb, String path, String credential, Map<String, ?> body, String key) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path))
                .timeout(Duration.ofSeconds(60))
                .method(verb, body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(Json.line(body)))
                .header("Content-Type", "application/json");
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        if (credential != null && !credential.isEmpty()) {
            request.header("Authorization", "Bearer " + credential);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
