package community.likeminds.agent.infrastructure.observability;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Loki's push API as it is documented: refuses what Loki would refuse, and can be made to be away. */
public final class LokiReceiver implements AutoCloseable {

    private final HttpServer server;
    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private final List<Integer> batches = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private final AtomicInteger away = new AtomicInteger();
    private final AtomicInteger status = new AtomicInteger(503);

    /** @param at nanoseconds of the epoch */
    public record Line(Map<String, String> labels, long at, String text, Map<String, String> metadata) {}

    public LokiReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, 404, "unknown path " + exchange.getRequestURI()));
        server.createContext("/loki/api/v1/push", this::push);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/loki/api/v1/push";
    }

    /** The next requests are answered with a status of failure. */
    public void away(int requests, int with) {
        status.set(with);
        away.set(requests);
    }

    private void push(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (away.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            answer(exchange, status.get(), "");
            return;
        }
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (!exchange.getRequestMethod().equals("POST") || type == null || !type.startsWith("application/json")) {
            answer(exchange, 400, exchange.getRequestMethod() + " with " + type);
            return;
        }
        if ("gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
            try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
                body = unpacked.readAllBytes();
            }
        }
        int before = lines.size();
        for (JsonNode stream : JsonMapper.shared().readTree(body).path("streams")) {
            Map<String, String> labels = texts(stream.path("stream"));
            if (labels.isEmpty() || labels.keySet().stream().anyMatch(name -> !name.matches("[a-zA-Z_][a-zA-Z0-9_]*"))) {
                answer(exchange, 400, "labels " + labels);
                return;
            }
            for (JsonNode value : stream.path("values")) {
                if (!value.path(0).isString() || !value.path(0).stringValue().matches("\\d{19}") || !value.path(1).isString()) {
                    answer(exchange, 400, "value " + value);
                    return;
                }
                lines.add(new Line(labels, Long.parseLong(value.path(0).stringValue()), value.path(1).stringValue(), texts(value.path(2))));
            }
        }
        batches.add(lines.size() - before);
        answer(exchange, 204, "");
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new HashMap<>();
        object.properties().forEach(one -> texts.put(one.getKey(), one.getValue().stringValue()));
        return texts;
    }

    private void answer(HttpExchange exchange, int with, String why) throws IOException {
        if (!why.isEmpty()) {
            refused.add(why);
        }
        exchange.sendResponseHeaders(with, -1);
        exchange.close();
    }

    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /** How many lines each accepted request held. */
    public List<Integer> batches() {
        return List.copyOf(batches);
    }

    public List<String> refused() {
        return List.copyOf(refused);
    }

    /** The line once it has arrived. */
    public Line await(Predicate<Line> wanted) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < deadline) {
            Optional<Line> found = lines.stream().filter(wanted).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            Thread.sleep(20);
        }
        throw new AssertionError("It did not arrive. There are " + lines.size() + " lines, refused: " + refused);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
