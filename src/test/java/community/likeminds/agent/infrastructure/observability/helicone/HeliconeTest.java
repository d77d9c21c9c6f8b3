package community.likeminds.agent.infrastructure.observability.helicone;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import community.likeminds.agent.processors.docs.Embeddings;
import community.likeminds.agent.processors.docs.embedding.EmbeddingProviders;
import community.likeminds.agent.processors.docs.embedding.EmbeddingsProperties;
import community.likeminds.agent.shared.ModelCalls;
import community.likeminds.agent.shared.ModelCalls.ModelCall;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.MDC;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HeliconeTest {

    private static final String KEY = "sk-helicone-test";

    private final List<Map<String, String>> proxied = new CopyOnWriteArrayList<>();
    private final List<JsonNode> told = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final CountDownLatch slow = new CountDownLatch(1);
    private HttpServer server;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/embeddings", this::proxy);
        server.createContext("/custom/v1/log", this::log);
        server.createContext("/slow", exchange -> {
            try {
                slow.await();
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        slow.countDown();
        server.stop(0);
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Refuses what Helicone's proxy would not let through. */
    private void proxy(HttpExchange exchange) throws IOException {
        JsonNode asked = JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
        if (!("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Helicone-Auth"))) {
            answer(exchange, 401, "{\"error\": {\"message\": \"no Helicone-Auth\"}}");
            return;
        }
        proxied.add(Map.of(
                "authorization", exchange.getRequestHeaders().getFirst("Authorization"),
                "session", exchange.getRequestHeaders().getFirst("Helicone-Session-Id"),
                "path", exchange.getRequestHeaders().getFirst("Helicone-Session-Path"),
                "environment", exchange.getRequestHeaders().getFirst("Helicone-Property-Environment"),
                "target", String.valueOf(exchange.getRequestHeaders().getFirst("Helicone-Target-Url"))));
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < asked.path("input").size(); i++) {
            data.append(i == 0 ? "" : ",").append("{\"index\": ").append(i).append(", \"embedding\": [")
                    .append("0.5,".repeat(31)).append("0.5]}");
        }
        answer(exchange, 200, "{\"data\": [" + data + "], \"usage\": {\"total_tokens\": 7}}");
    }

    /** Refuses what the manual log's description does not allow. */
    private void log(HttpExchange exchange) throws IOException {
        JsonNode body = JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            answer(exchange, 503, "");
            return;
        }
        JsonNode request = body.path("providerRequest");
        JsonNode response = body.path("providerResponse");
        boolean valid = ("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && request.path("url").stringValue("").equals("custom-model-nopath")
                && request.path("json").isObject()
                && request.path("meta").properties().stream().allMatch(one -> one.getValue().isString())
                && response.path("json").isObject()
                && response.path("status").isInt()
                && response.path("headers").isObject()
                && body.at("/timing/startTime/seconds").isIntegralNumber()
                && body.at("/timing/endTime/milliseconds").isIntegralNumber()
                && body.at("/timing/endTime/milliseconds").intValue() < 1_000;
        (valid ? told : new CopyOnWriteArrayList<JsonNode>()).add(body);
        if (!valid) {
            refused.add(body.toString());
        }
        answer(exchange, valid ? 200 : 400, "{}");
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private HeliconeProperties settings(String proxy, String log, int waiting) {
        return new HeliconeProperties(proxy, log, "NOTHING", "likeminds", Map.of("environment", "test\r\nX-Bad: 1"), waiting, Duration.ofSeconds(2));
    }

    private Embeddings embeddings(ModelCalls calls) {
        Map<String, String> values = Map.of(
                "likeminds.embeddings.provider", "openai", "likeminds.embeddings.dimensions", "32", "likeminds.embeddings.retries", "0");
        return EmbeddingProviders.of(
                new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("likeminds.embeddings", EmbeddingsProperties.class),
                folder, 1, variable -> "sk-provider-test", calls);
    }

    @Test
    void callsPassTheProxyWithItsHeadersAndAreToldWithoutSecretsAndVectors() throws Exception {
        MDC.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
        String model;
        try (Helicone helicone = new Helicone(settings(address(), address() + "/custom/v1/log", 100), KEY)) {
            Embeddings embeddings = embeddings(helicone);
            model = embeddings.model();
            assertThat(embeddings.embedQuery("my password is hunter2hunter2")).hasSize(32);
        } finally {
            MDC.remove("traceId");
        }
        assertThat(model).as("vectors are the same ones behind a proxy").isEqualTo(embeddings(ModelCalls.NONE).model());
        assertThat(proxied).hasSize(1);
        assertThat(proxied.getFirst())
                .containsEntry("authorization", "Bearer sk-provider-test")
                .containsEntry("path", "/v1/embeddings")
                .containsEntry("target", "null")
                .containsEntry("environment", "test  X-Bad: 1");
        assertThat(refused).isEmpty();
        assertThat(told).as("what waits is told before the end").hasSize(1);
        String body = told.getFirst().toString();
        assertThat(body).contains("[secret]", "32 numbers", "\"total_tokens\":7").doesNotContain("hunter2", "0.5,0.5", "sk-provider-test", KEY);
        assertThat(told.getFirst().at("/providerRequest/meta/Helicone-Property-Environment").stringValue("")).startsWith("test");
    }

    @Test
    void anotherProviderIsNamedToTheProxy() {
        try (Helicone helicone = new Helicone(settings("https://gateway.example", "", 10), KEY)) {
            ModelCalls.Route route = helicone.route("https://models.example:8443/v1/embeddings");
            assertThat(route.url()).isEqualTo("https://gateway.example/v1/embeddings");
            assertThat(route.headers()).containsEntry("Helicone-Target-Url", "https://models.example:8443");
        }
        try (Helicone logging = new Helicone(settings("", address() + "/custom/v1/log", 10), KEY)) {
            assertThat(logging.route("https://models.example/v1/embeddings").headers()).as("its key goes to nobody else").isEmpty();
        }
    }

    @Test
    void whatHeliconeWasAwayForIsToldAgain() throws InterruptedException {
        failures.set(2);
        try (Helicone helicone = new Helicone(settings("", address() + "/custom/v1/log", 10), KEY)) {
            helicone.made(call(1));
            for (int i = 0; i < 300 && told.isEmpty(); i++) {
                Thread.sleep(100);
            }
        }
        assertThat(told).hasSize(1);
    }

    @Test
    void aHeliconeThatDoesNotAnswerHoldsNobodyUpAndTakesBoundedMemory() {
        Helicone helicone = new Helicone(settings("", address() + "/slow", 10), KEY);
        Instant began = Instant.now();
        for (int i = 0; i < 10_000; i++) {
            helicone.made(call(i));
        }
        // Telling one of them alone would take its whole time limit.
        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(60));
        helicone.close();
        assertThat(told).isEmpty();
    }

    private static ModelCall call(int number) {
        return new ModelCall(
                "embeddings", "https://models.example/v1/embeddings", "{\"model\": \"m\", \"input\": [\"" + number + "\"]}", 200, "{\"data\": []}",
                Instant.now(), Instant.now());
    }
}
