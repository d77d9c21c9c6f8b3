package community.likeminds.agent.processors.docs.embedding;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks OpenAI's and Ollama's HTTP on loopback, and fails on demand. */
final class FaultyProvider implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    /** Answers instead of vectors, one a request, as long as there are any. */
    final Deque<Fault> faults = new ArrayDeque<>();

    /** Bodies of the requests, in order. */
    final List<JsonNode> requests = new ArrayList<>();

    /** Values of the header {@code Authorization}. */
    final List<String> keys = new ArrayList<>();

    int dimensions = 8;
    int mostInputs = Integer.MAX_VALUE;
    int atOnce;
    int mostAtOnce;
    private final HttpServer server;

    /** Answers a request; the body is what the client sent. */
    interface Fault {
        void answer(HttpExchange exchange) throws IOException;

        static Fault status(int status, String body, String... headers) {
            return exchange -> {
                for (int i = 0; i < headers.length; i += 2) {
                    exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
                }
                send(exchange, status, body);
            };
        }
    }

    FaultyProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            JsonNode request = JSON.readTree(exchange.getRequestBody().readAllBytes());
            Fault fault;
            synchronized (this) {
                requests.add(request);
                keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
                fault = faults.poll();
                mostAtOnce = Math.max(mostAtOnce, ++atOnce);
            }
            try {
                if (fault != null) {
                    fault.answer(exchange);
                } else if (request.path("input").size() > mostInputs) {
                    send(exchange, 400, "{\"error\": {\"message\": \"too many inputs\"}}");
                } else {
                    send(exchange, 200, answer(exchange.getRequestURI().getPath(), request));
                }
            } finally {
                synchronized (this) {
                    atOnce--;
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String answer(String path, JsonNode request) {
        List<float[]> vectors = new ArrayList<>();
        request.path("input").forEach(text -> vectors.add(vector(text.asString(), request.path("dimensions").asInt(dimensions))));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("model", request.path("model").asString());
        switch (path) {
            case "/v1/embeddings" -> {
                // In reverse: the index counts, not the order.
                answer.put(
                        "data",
                        IntStream.range(0, vectors.size())
                                .map(i -> vectors.size() - 1 - i)
                                .mapToObj(i -> Map.of("object", "embedding", "index", i, "embedding", vectors.get(i)))
                                .toList());
                answer.put("usage", Map.of("prompt_tokens", 3 * vectors.size(), "total_tokens", 3 * vectors.size()));
            }
            case "/api/embed" -> {
                answer.put("embeddings", vectors);
                answer.put("prompt_eval_count", 5 * vectors.size());
            }
            default -> throw new IllegalArgumentException(path);
        }
        return JSON.writeValueAsString(answer);
    }

    /** Not of unit length, different for every text. */
    static float[] vector(String text, int dimensions) {
        float[] vector = new float[dimensions];
        for (int i = 0; i < dimensions; i++) {
            vector[i] = 2 + (text.hashCode() >> i & 3);
        }
        return vector;
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
