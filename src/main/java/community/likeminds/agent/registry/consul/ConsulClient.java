package community.likeminds.agent.registry.consul;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The few calls of Consul's HTTP interface (v1) that are needed. */
final class ConsulClient {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI address;
    private final String token;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    /** @param token empty where Consul asks for none */
    ConsulClient(URI address, String token) {
        this.address = address;
        this.token = token;
    }

    /** What Consul said: its answer, and the index that a blocking query waits to change; null when there is no such thing. */
    record Answer(JsonNode body, String index) {}

    void put(String path, @Nullable Object body) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request(path, PATIENCE)
                .PUT(
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
        if (answer.statusCode() >= 300) {
            throw new IOException("Consul answered " + answer.statusCode() + ": " + answer.body().strip());
        }
    }

    @Nullable Answer get(String path, Duration patience) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request(path, patience).GET().build());
        if (answer.statusCode() == 404) {
            return null;
        }
        if (answer.statusCode() >= 300) {
            throw new IOException("Consul answered " + answer.statusCode() + ": " + answer.body().strip());
        }
        try {
            return new Answer(
                    JSON.readTree(answer.body()), answer.headers().firstValue("X-Consul-Index").orElse("0"));
        } catch (JacksonException unreadable) {
            throw new IOException("Consul's answer is no JSON.", unreadable);
        }
    }

    @Nullable Answer get(String path) throws IOException, InterruptedException {
        return get(path, PATIENCE);
    }

    private HttpRequest.Builder request(String path, Duration patience) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path)).timeout(patience);
        return token.isEmpty() ? request : request.header("X-Consul-Token", token);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
