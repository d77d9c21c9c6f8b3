package community.likeminds.agent.vector.core.rerank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.CircuitBreaker;
import community.likeminds.agent.vector.core.rerank.RerankProperties.Dialect;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Against a server on loopback that speaks the protocol and fails on demand. */
class HttpRerankerTest {

    private static final String KEY = "very-secret-key";
    private static final JsonMapper JSON = new JsonMapper();

    /** Answers of the server, one a request; then it answers rightly. */
    private final Deque<Answer> answers = new ArrayDeque<>();

    private final List<JsonNode> requests = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;

    interface Answer {
        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode request = JSON.readTree(exchange.getRequestBody().readAllBytes());
            Answer answer;
            synchronized (this) {
                requests.add(request);
                keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
                answer = answers.poll();
            }
            if (answer == null) {
                send(exchange, 200, right(request));
            } else {
                answer.to(exchange);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The longer the better, best first. */
    private static String right(JsonNode request) {
        boolean texts = request.has("texts");
        List<String> results = new ArrayList<>();
        JsonNode all = request.path(texts ? "texts" : "documents");
        for (int i = all.size() - 1; i >= 0; i--) {
            results.add("{\"index\": " + i + ", \"" + (texts ? "score" : "relevance_score") + "\": " + all.get(i).asString().length() / 10.0 + "}");
        }
        String list = "[" + String.join(",", results) + "]";
        return texts ? list : "{\"id\": \"x\", \"results\": " + list + ", \"meta\": {}}";
    }

    private static void send(HttpExchange exchange, int status, String body, String... headers) throws IOException {
        for (int i = 0; i < headers.length; i += 2) {
            exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private HttpReranker reranker(Dialect dialect, Duration timeout, int failures) {
        URI url = URI.create("http://user:pass@127.0.0.1:" + server.getAddress().getPort() + "/v1/rerank");
        RerankProperties properties = new RerankProperties("http", url.toString(), "judge-1", "RERANK_API_KEY", dialect, timeout, 1, 10, 0.7);
        return new HttpReranker(url, KEY, properties, new CircuitBreaker(failures, Duration.ofHours(1)));
    }

    private List<Double> ask(HttpReranker reranker) {
        try (reranker) {
            return reranker.relevance("question", List.of("a", "aaa", "aa"));
        }
    }

    private void refused(HttpReranker reranker, String why) {
        assertThatThrownBy(() -> ask(reranker)).isInstanceOfSatisfying(AgentException.class, error -> {
            assertThat(error.code()).isEqualTo("rerank-unavailable");
            assertThat(error.fact()).contains(why).contains("/v1/rerank").doesNotContain(KEY).doesNotContain("pass@");
        });
    }

    private HttpReranker patient() {
        return reranker(Dialect.DOCUMENTS, Duration.ofSeconds(30), 9);
    }

    @Test
    void speaksTheProtocolOfDocuments() {
        assertThat(ask(patient())).containsExactly(0.1, 0.3, 0.2);
        assertThat(requests).singleElement().isEqualTo(JSON.readTree(
                "{\"model\": \"judge-1\", \"query\": \"question\", \"documents\": [\"a\", \"aaa\", \"aa\"], \"top_n\": 3}"));
        assertThat(keys).containsExactly("Bearer " + KEY);
    }

    @Test
    void speaksTheProtocolOfTexts() {
        assertThat(ask(reranker(Dialect.TEXTS, Duration.ofSeconds(30), 9))).containsExactly(0.1, 0.3, 0.2);
        assertThat(requests.getFirst().has("top_n")).isFalse();
    }

    @Test
    void textsThatAreLeftOutAreNotRelevant() {
        answers.add(exchange -> send(exchange, 200, "{\"results\": [{\"index\": 1, \"relevance_score\": 7}]}"));
        assertThat(ask(patient())).containsExactly(0.0, 1.0, 0.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void repeatsWhatMayPass(int status) {
        answers.add(exchange -> send(exchange, status, "busy", "Retry-After", "0"));
        assertThat(ask(patient())).hasSize(3);
        assertThat(requests).hasSize(2);
    }

    @Test
    void doesNotWaitLongerThanItHasTime() {
        answers.add(exchange -> send(exchange, 429, "", "Retry-After", "3600"));
        refused(patient(), "HTTP 429");
        assertThat(requests).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 422})
    void doesNotRepeatWhatWillNotPass(int status) {
        answers.add(exchange -> send(exchange, status, "{\"message\": \"bad key " + KEY + "\"}"));
        refused(patient(), status == 401 ? "RERANK_API_KEY" : "HTTP " + status);
        assertThat(requests).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>", "{}", "{\"results\": []}", "{\"results\": [{\"index\": 3, \"relevance_score\": 1}]}",
                "{\"results\": [{\"index\": -1, \"relevance_score\": 1}]}", "{\"results\": [{\"index\": \"0\", \"relevance_score\": 1}]}",
                "{\"results\": [{\"index\": 0, \"relevance_score\": \"high\"}]}", "{\"results\": [{\"index\": 0}]}",
                "{\"results\": [{\"index\": 0, \"relevance_score\": 1}, {\"index\": 0, \"relevance_score\": 0.5}]}"
            })
    void doesNotUseGarbage(String body) {
        answers.add(exchange -> send(exchange, 200, body));
        refused(patient(), "answered with");
        assertThat(requests).hasSize(1);
    }

    @Test
    void doesNotWaitForASilentServerNorForABodyInDrops() {
        answers.add(exchange -> end.await());
        refused(reranker(Dialect.DOCUMENTS, Duration.ofMillis(200), 9), "did not answer within 200 ms");
        answers.add(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (!end.await(20, TimeUnit.MILLISECONDS)) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
            }
        });
        refused(reranker(Dialect.DOCUMENTS, Duration.ofMillis(200), 9), "did not answer within 200 ms");
    }

    @Test
    void aServerThatIsDownIsLeftAlone() {
        HttpReranker reranker = reranker(Dialect.DOCUMENTS, Duration.ofSeconds(30), 2);
        answers.add(exchange -> send(exchange, 400, ""));
        answers.add(exchange -> send(exchange, 400, ""));
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> reranker.relevance("q", List.of("a"))).isInstanceOf(AgentException.class);
        }
        assertThat(requests).hasSize(2);
        refused(reranker, "left alone");
    }
}
