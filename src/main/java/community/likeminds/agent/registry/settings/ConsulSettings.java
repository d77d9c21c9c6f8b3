package community.likeminds.agent.registry.settings;

import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keys below {@code config/likeminds/} of Consul's store; slashes in what follows are dots of the setting's name. */
public final class ConsulSettings {

    static final String PREFIX = "config/likeminds/";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration WATCH = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI address;
    private final String token;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).version(HttpClient.Version.HTTP_1_1).build();

    /** @param token empty where Consul asks for none */
    public ConsulSettings(URI address, String token) {
        this.address = address;
        this.token = token;
    }

    /**
     * @param values by the name of the setting
     * @param index what a watch waits to change
     */
    record State(Map<String, String> values, String index) {}

    /**
     * What is kept now; waits for a change where an index is given.
     *
     * @throws AgentException {@code settings-unavailable}
     */
    State read(String since) throws InterruptedException {
        String query = since.isEmpty() ? "" : "&wait=" + WATCH.toSeconds() + "s&index=" + since;
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve("/v1/kv/" + PREFIX + "?recurse" + query))
                .timeout(since.isEmpty() ? PATIENCE : WATCH.multipliedBy(2));
        if (!token.isEmpty()) {
            request.header("X-Consul-Token", token);
        }
        try {
            HttpResponse<String> answer = http.send(request.GET().build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200 && answer.statusCode() != 404) {
                throw new IOException("Consul answered " + answer.statusCode());
            }
            return new State(
                    answer.statusCode() == 404 ? Map.of() : values(JSON.readTree(answer.body())),
                    answer.headers().firstValue("X-Consul-Index").orElse("0"));
        } catch (IOException | JacksonException failure) {
            throw new AgentException(
                    AgentException.Kind.UNAVAILABLE,
                    "settings-unavailable",
                    "Consul does not say which settings are shared (" + failure.getMessage() + ").",
                    "Check that its agent runs and that likeminds.registry.consul.url is right.",
                    failure);
        }
    }

    private static Map<String, String> values(JsonNode entries) {
        Map<String, String> values = new TreeMap<>();
        for (JsonNode entry : entries) {
            String name = entry.path("Key").asString("").substring(PREFIX.length()).replace('/', '.');
            String value = entry.path("Value").asString("");
            if (!name.isEmpty() && !name.endsWith(".")) {
                values.put(name, new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8));
            }
        }
        return values;
    }
}
