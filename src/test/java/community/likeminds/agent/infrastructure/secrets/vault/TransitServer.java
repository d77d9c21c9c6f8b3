package community.likeminds.agent.infrastructure.secrets.vault;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import community.likeminds.agent.infrastructure.secrets.AesGcm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks the part of Vault's HTTP interface that its transit engine has for one aes256-gcm96 key, with real encryption, and faults on demand. */
final class TransitServer implements AutoCloseable {

    static final String TOKEN = "hvs.test-token";

    private static final JsonMapper JSON = JsonMapper.shared();

    final ConcurrentLinkedQueue<Integer> faults = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<String> calls = new ConcurrentLinkedQueue<>();

    private final List<byte[]> versions = new ArrayList<>(List.of(AesGcm.random(32)));
    private final HttpServer server;
    private volatile int oldest = 1;

    TransitServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static void empty(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    private synchronized void rotate() {
        versions.add(AesGcm.random(32));
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        calls.add(exchange.getRequestMethod() + " " + path);
        byte[] body = exchange.getRequestBody().readAllBytes();
        Integer fault = faults.poll();
        if (fault != null) {
            answer(exchange, fault, Map.of("errors", List.of("fault")));
        } else if (!TOKEN.equals(exchange.getRequestHeaders().getFirst("X-Vault-Token"))) {
            answer(exchange, 403, Map.of("errors", List.of("permission denied")));
        } else {
            switch (exchange.getRequestMethod() + " " + path) {
                case "GET /v1/transit/keys/likeminds" ->
                    answer(exchange, 200, Map.of("data", Map.of("type", "aes256-gcm96", "latest_version", versions.size(), "min_decryption_version", oldest)));
                case "POST /v1/transit/keys/likeminds/rotate" -> {
                    rotate();
                    empty(exchange);
                }
                case "POST /v1/transit/keys/likeminds/config" -> {
                    oldest = Integer.parseInt(JSON.readTree(body).path("min_decryption_version").asString());
                    empty(exchange);
                }
                case "POST /v1/transit/encrypt/likeminds" -> encrypt(exchange, JSON.readTree(body));
                case "POST /v1/transit/decrypt/likeminds" -> decrypt(exchange, JSON.readTree(body));
                default -> answer(exchange, 404, Map.of("errors", List.of("no handler for route")));
            }
        }
    }

    private synchronized void encrypt(HttpExchange exchange, JsonNode body) throws IOException {
        byte[] nonce = AesGcm.nonce();
        byte[] sealed = AesGcm.encrypt(versions.getLast(), nonce, bytes(body, "associated_data"), bytes(body, "plaintext"));
        byte[] both = Arrays.copyOf(nonce, nonce.length + sealed.length);
        System.arraycopy(sealed, 0, both, nonce.length, sealed.length);
        answer(
                exchange,
                200,
                Map.of("data", Map.of("ciphertext", "vault:v" + versions.size() + ":" + Base64.getEncoder().encodeToString(both), "key_version", versions.size())));
    }

    private synchronized void decrypt(HttpExchange exchange, JsonNode body) throws IOException {
        try {
            String[] parts = body.path("ciphertext").asString("").split(":", 3);
            byte[] both = Base64.getDecoder().decode(parts[2]);
            if (Integer.parseInt(parts[1].substring(1)) < oldest) {
                answer(exchange, 400, Map.of("errors", List.of("ciphertext or signature version is disallowed by policy (too old)")));
                return;
            }
            byte[] plain = AesGcm.decrypt(
                    versions.get(Integer.parseInt(parts[1].substring(1)) - 1),
                    Arrays.copyOf(both, AesGcm.NONCE_BYTES),
                    bytes(body, "associated_data"),
                    Arrays.copyOfRange(both, AesGcm.NONCE_BYTES, both.length));
            answer(exchange, 200, Map.of("data", Map.of("plaintext", Base64.getEncoder().encodeToString(plain))));
        } catch (GeneralSecurityException | RuntimeException invalid) {
            answer(exchange, 400, Map.of("errors", List.of("cipher: message authentication failed")));
        }
    }

    private static byte[] bytes(JsonNode body, String field) {
        return Base64.getDecoder().decode(body.path(field).asString(""));
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
