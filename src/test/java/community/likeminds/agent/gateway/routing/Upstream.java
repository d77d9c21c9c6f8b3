package community.likeminds.agent.gateway.routing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import community.likeminds.agent.registry.ServiceInstance;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A process behind the gateway, on a real connection. */
final class Upstream implements AutoCloseable {

    /** What it was asked. */
    record Asked(String method, URI uri, com.sun.net.httpserver.Headers headers, String body) {}

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    Upstream(HttpHandler handler) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(new Asked(exchange.getRequestMethod(), exchange.getRequestURI(), exchange.getRequestHeaders(), body));
            handler.handle(exchange);
        });
        server.start();
    }

    static Upstream answering(String text) throws IOException {
        return new Upstream(exchange -> answer(exchange, 200, "application/json", text));
    }

    static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    ServiceInstance instance(String... roles) {
        return instance(address(), roles);
    }

    static ServiceInstance instance(URI address, String... roles) {
        return new ServiceInstance(address.toString(), Set.of(roles), address, "test", true, List.of(), Instant.now());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
