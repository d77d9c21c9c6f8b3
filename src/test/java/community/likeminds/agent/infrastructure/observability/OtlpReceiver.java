package community.likeminds.agent.infrastructure.observability;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** A collector that speaks OTLP over HTTP with protobuf, refuses what is not that, and puts traces together again. */
public final class OtlpReceiver implements AutoCloseable {

    private final HttpServer server;
    private final List<Received> spans = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();

    /** One span and the service that sent it. */
    public record Received(Span span, Map<String, String> resource) {

        public String name() {
            return span.getName();
        }

        public String id() {
            return HexFormat.of().formatHex(span.getSpanId().toByteArray());
        }

        public String parent() {
            return HexFormat.of().formatHex(span.getParentSpanId().toByteArray());
        }

        public String trace() {
            return HexFormat.of().formatHex(span.getTraceId().toByteArray());
        }

        public String attribute(String key) {
            return span.getAttributesList().stream()
                    .filter(one -> one.getKey().equals(key))
                    .map(one -> one.getValue().getStringValue())
                    .findFirst().orElse("");
        }
    }

    public OtlpReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", this::receive);
        server.createContext("/", exchange -> refuse(exchange, 404, "unknown path " + exchange.getRequestURI()));
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void receive(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")
                || !"application/x-protobuf".equals(exchange.getRequestHeaders().getFirst("Content-Type"))) {
            refuse(exchange, 415, exchange.getRequestMethod() + " " + exchange.getRequestHeaders().getFirst("Content-Type"));
            return;
        }
        byte[] body = exchange.getRequestBody().readAllBytes();
        if ("gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
            try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
                body = unpacked.readAllBytes();
            }
        }
        ExportTraceServiceRequest.parseFrom(body).getResourceSpansList().forEach(from -> {
            Map<String, String> resource = from.getResource().getAttributesList().stream()
                    .collect(Collectors.toMap(one -> one.getKey(), one -> one.getValue().getStringValue(), (one, other) -> one));
            from.getScopeSpansList().forEach(scope -> scope.getSpansList().forEach(span -> accept(span, resource)));
        });
        byte[] answer = ExportTraceServiceResponse.getDefaultInstance().toByteArray();
        exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
        exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
        exchange.close();
    }

    private void accept(Span span, Map<String, String> resource) {
        if (span.getTraceId().size() != 16 || span.getSpanId().size() != 8 || span.getEndTimeUnixNano() < span.getStartTimeUnixNano()) {
            refused.add("span " + span.getName() + " is not valid");
        }
        spans.add(new Received(span, resource));
    }

    private void refuse(HttpExchange exchange, int status, String why) throws IOException {
        refused.add(why);
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    public List<String> refused() {
        return List.copyOf(refused);
    }

    public List<Received> spans() {
        return List.copyOf(spans);
    }

    /** The span once it has arrived. */
    public Received await(Predicate<Received> wanted) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < deadline) {
            Optional<Received> found = spans.stream().filter(wanted).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            Thread.sleep(50);
        }
        throw new AssertionError("It did not arrive. There are: " + spans.stream().map(Received::name).toList() + ", refused: " + refused);
    }

    public Received await(String name) throws InterruptedException {
        return await(one -> one.name().equals(name));
    }

    /** Names from a span that it hangs below, once that has arrived, down to the span itself. */
    public List<String> path(String from, Received span) throws InterruptedException {
        await(one -> one.trace().equals(span.trace()) && one.name().equals(from) && way(span).contains(one));
        return way(span).stream().map(Received::name).toList();
    }

    /** What has arrived of the spans that it hangs below, the outermost first, and the span itself. */
    public List<Received> way(Received span) {
        List<Received> way = new ArrayList<>();
        for (Optional<Received> at = Optional.of(span); at.isPresent(); at = parent(at.get())) {
            way.addFirst(at.get());
        }
        return way;
    }

    private Optional<Received> parent(Received span) {
        return spans.stream().filter(one -> one.trace().equals(span.trace()) && one.id().equals(span.parent())).findFirst();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
