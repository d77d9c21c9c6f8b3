package community.likeminds.agent.vector.core.rerank;

import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.AgentException.Kind;
import community.likeminds.agent.shared.CircuitBreaker;
import community.likeminds.agent.vector.core.Reranker;
import community.likeminds.agent.vector.core.rerank.RerankProperties.Dialect;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A reranker behind HTTP, as <a href="https://docs.cohere.com/reference/rerank">Cohere</a>, Jina, vLLM and text-embeddings-inference speak it. It has little
 * time, repetitions included, and is left alone for a while after failures in a row.
 */
final class HttpReranker implements Reranker, AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int FAILURES = 3;
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration BACKOFF = Duration.ofMillis(100);
    /** Relevance and index of some texts are short. */
    private static final int LONGEST_ANSWER = 4_000_000;

    private final URI url;
    private final @Nullable String key;
    private final RerankProperties properties;
    private final CircuitBreaker breaker;
    private final HttpClient client;

    HttpReranker(URI url, @Nullable String key, RerankProperties properties) {
        this(url, key, properties, new CircuitBreaker("reranker", FAILURES, PAUSE));
    }

    HttpReranker(URI url, @Nullable String key, RerankProperties properties, CircuitBreaker breaker) {
        this.url = url;
        this.key = key == null || key.isBlank() ? null : key.strip();
        this.properties = properties;
        this.breaker = breaker;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(properties.timeout())
                .build();
    }

    /** A failure and whether it may pass. */
    private static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;
        private final boolean mayPass;
        private final long pauseNanos;

        Failed(String what, boolean mayPass, long pauseNanos) {
            super(what);
            this.mayPass = mayPass;
            this.pauseNanos = pauseNanos;
        }
    }

    @Override
    public int depth() {
        return properties.depth();
    }

    @Override
    public double weight() {
        return properties.weight();
    }

    @Override
    public List<Double> relevance(String query, List<String> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        if (!breaker.lets()) {
            throw unavailable("is left alone after failures in a row");
        }
        try {
            List<Double> relevance = inTime(request(query, texts), texts.size());
            breaker.succeeded();
            return relevance;
        } catch (Failed failed) {
            breaker.failed();
            throw unavailable(String.valueOf(failed.getMessage()));
        } catch (InterruptedException interrupted) {
            breaker.abandoned();
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException("Reranking was interrupted.");
            cancelled.initCause(interrupted);
            throw cancelled;
        }
    }

    private HttpRequest request(String query, List<String> texts) {
        Map<String, Object> body = new LinkedHashMap<>();
        if (!properties.model().isEmpty()) {
            body.put("model", properties.model());
        }
        body.put("query", query);
        body.put(properties.dialect() == Dialect.TEXTS ? "texts" : "documents", texts);
        if (properties.dialect() == Dialect.DOCUMENTS) {
            body.put("top_n", texts.size());
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        return request.build();
    }

    private List<Double> inTime(HttpRequest request, int texts) throws Failed, InterruptedException {
        long end = System.nanoTime() + properties.timeout().toNanos();
        for (int attempt = 0; ; attempt++) {
            try {
                return read(answer(request, end - System.nanoTime()), texts);
            } catch (Failed failed) {
                long pause = Math.max(failed.pauseNanos, BACKOFF.toNanos() << attempt);
                if (!failed.mayPass || attempt >= properties.retries() || pause >= end - System.nanoTime()) {
                    throw failed;
                }
                TimeUnit.NANOSECONDS.sleep(pause);
            }
        }
    }

    private String answer(HttpRequest request, long nanos) throws Failed, InterruptedException {
        // A limit on the request alone would not hold for a body that comes in drops.
        CompletableFuture<HttpResponse<byte[]>> sent =
                client.sendAsync(request, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LONGEST_ANSWER));
        try {
            HttpResponse<byte[]> response = sent.get(Math.max(1, nanos), TimeUnit.NANOSECONDS);
            return switch (response.statusCode()) {
                case 200 -> new String(response.body(), StandardCharsets.UTF_8);
                case 408, 425, 429, 500, 502, 503, 504, 529 -> throw new Failed(
                        "answered with HTTP " + response.statusCode(), true, wanted(response).toNanos());
                case 401, 403 -> throw new Failed("refuses the key of " + properties.apiKeyVariable(), false, 0);
                default -> throw new Failed("answered with HTTP " + response.statusCode(), false, 0);
            };
        } catch (TimeoutException late) {
            throw new Failed("did not answer within " + properties.timeout().toMillis() + " ms", false, 0);
        } catch (ExecutionException broken) {
            boolean lost = broken.getCause() instanceof IOException;
            throw new Failed(lost ? "cannot be reached or broke off" : "failed: " + broken.getCause(), lost, 0);
        } finally {
            sent.cancel(true);
        }
    }

    private static Duration wanted(HttpResponse<?> response) {
        return response.headers().firstValue("Retry-After").filter(value -> value.matches("\\d{1,6}")).map(Long::parseLong).map(Duration::ofSeconds)
                .orElse(Duration.ZERO);
    }

    /** What the answer leaves out is relevant to nobody; an answer with anything wrong in it is not used at all. */
    private static List<Double> read(String text, int texts) throws Failed {
        JsonNode results;
        try {
            JsonNode answer = JSON.readTree(text);
            results = answer.isArray() ? answer : answer.path("results");
        } catch (JacksonException notJson) {
            throw new Failed("answered with something that is no JSON", false, 0);
        }
        if (!results.isArray() || results.isEmpty()) {
            throw new Failed("answered without results", false, 0);
        }
        @Nullable Double[] relevance = new Double[texts];
        for (JsonNode one : results) {
            int index = one.path("index").isIntegralNumber() ? one.path("index").asInt(-1) : -1;
            JsonNode score = one.has("relevance_score") ? one.path("relevance_score") : one.path("score");
            if (index < 0 || index >= texts || relevance[index] != null || !score.isNumber()) {
                throw new Failed("answered with results that belong to no text or have no score", false, 0);
            }
            relevance[index] = Math.clamp(score.asDouble(), 0.0, 1.0);
        }
        List<Double> all = new ArrayList<>();
        for (Double one : relevance) {
            all.add(one == null ? 0.0 : one);
        }
        return all;
    }

    private AgentException unavailable(String what) {
        return new AgentException(
                Kind.UNAVAILABLE,
                "rerank-unavailable",
                "The reranker " + url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort()) + url.getPath() + " " + what + ".",
                "Check likeminds.rerank.url and that it runs, or set likeminds.rerank.provider to none.");
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
