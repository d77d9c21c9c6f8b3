package community.likeminds.agent;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.cli.LikemindsCli;
import community.likeminds.agent.cli.Services;
import community.likeminds.agent.cli.Settings;
import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The whole application as {@code serve} starts it, over real connections. */
class ServerTests {

    @TempDir
    static Path folder;

    private static Services services;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        Path docs = Files.createDirectories(folder.resolve("work/docs"));
        Files.writeString(
                docs.resolve("start.md"),
                """
                # Start

                ## Start a session

                Call `openSession` with the key before anything else.
                """);
        services = SpringServices.start(
                new Settings(folder.resolve("data"), false, new Settings.Server(0, List.of(folder.resolve("work")), "", true)));
    }

    @AfterAll
    static void stop() {
        if (services != null) {
            services.close();
        }
    }

    @Test
    void documentationIsReadAndSearchedOverHttp() throws Exception {
        JsonNode read = Json.read(
                post("/api/v1/ingestions", "{\"source\": \"" + folder.resolve("work/docs") + "\"}").body());
        assertThat(read.path("pages").intValue()).isEqualTo(1);
        JsonNode found = Json.read(post("/api/v1/search", "{\"query\": \"open a session\"}").body());
        assertThat(found.path("results").get(0).path("page").stringValue()).isEqualTo("start.md");
        assertThat(get("/api/v1/sources").body()).contains("\"name\":\"docs\"");
    }

    @Test
    void theApiDescribesItself() throws Exception {
        JsonNode description = Json.read(get("/api/v1/openapi").body());
        assertThat(description.path("paths").propertyNames())
                .contains(
                        "/api/v1/ingestions",
                        "/api/v1/sources",
                        "/api/v1/sources/{name}",
                        "/api/v1/search",
                        "/api/v1/answers",
                        "/api/v1/plans",
                        "/api/v1/integrations",
                        "/api/v1/projects/undo",
                        "/api/v1/projects/profile");
        assertThat(get("/api/v1/docs").statusCode()).isIn(200, 302);
    }

    @Test
    void theStateOfTheInstallationIsToldOverRestAndOnTheCommandLine() throws Exception {
        JsonNode status = Json.read(get("/api/v1/status").body());
        assertThat(status.path("stores").values()).extracting(store -> store.path("adapter").asString()).contains("h2");
        assertThat(status.path("unwell")).isEmpty();

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String address = "http://127.0.0.1:" + services.port();
        Terminal terminal = new Terminal(new StringReader(""), new PrintStream(out, true, StandardCharsets.UTF_8), System.err, Map.of());
        assertThat(LikemindsCli.run(new String[] {"status", "--server", address}, new SpringStarter(), terminal)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("h2 (relational)", "All is well.");
    }

    @Test
    void anotherHostNameIsRefused() throws Exception {
        assertThat(raw("GET /api/v1/sources HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403")
                .contains("host-not-local");
    }

    @Test
    void aBodyWithoutALengthEndsAtTheLimit() throws Exception {
        byte[] tooLarge = ("{\"query\": \"" + "x".repeat(1_100_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> response = http.send(
                request("/api/v1/search")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooLarge)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("body-too-large");
    }

    @Test
    void aFolderElsewhereIsNotRead() throws Exception {
        HttpResponse<String> response =
                post("/api/v1/ingestions", "{\"source\": \"" + folder.resolve("data") + "\"}");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("folder-not-allowed");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return http.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + services.port() + path));
    }

    private static String raw(String request) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), services.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
