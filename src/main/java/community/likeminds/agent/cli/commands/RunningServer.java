package community.likeminds.agent.cli.commands;

import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server of this product that is asked over REST. */
record RunningServer(URI address, String token) {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    /** Throws {@code server-address-invalid}, {@code server-unreachable}, {@code server-refused} and {@code server-unknown}. */
    <T> T get(String path, Class<T> type) {
        if (address.getHost() == null || !("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
            throw AgentException.badInput(
                    "server-address-invalid", "'" + address + "' is not the address of a server.", "Give one such as http://127.0.0.1:8787.");
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path)).timeout(ANSWER);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build()) {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                return JsonMapper.shared().readValue(answer.body(), type);
            }
            throw refused(answer);
        } catch (JacksonException unreadable) {
            throw new AgentException(
                    AgentException.Kind.UNAVAILABLE, "server-unknown", "What answers at " + address + " is no server of this version.",
                    "Check the address and use the same version.", unreadable);
        } catch (IOException away) {
            throw new AgentException(
                    AgentException.Kind.UNAVAILABLE, "server-unreachable", "No server answers at " + address + ".",
                    "Start it with: likeminds serve, or check the address.", away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AgentException(AgentException.Kind.UNAVAILABLE, "interrupted", "The work was interrupted.", "Run the command again.", stopped);
        }
    }

    private AgentException refused(HttpResponse<String> answer) {
        String fact = "The server at " + address + " answered " + answer.statusCode() + ".";
        String remedy = answer.statusCode() == 401 || answer.statusCode() == 403
                ? "Set LIKEMINDS_TOKEN to the API key of somebody who may operate the installation (role operator)."
                : "Look into its log.";
        try {
            JsonNode problem = Json.read(answer.body());
            fact += problem.path("detail").asString("").isEmpty() ? "" : " " + problem.path("detail").asString("");
        } catch (JacksonException noProblem) {
            remedy = "Check that it is a server of this product.";
        }
        return new AgentException(AgentException.Kind.UNAVAILABLE, "server-refused", fact, remedy);
    }
}
