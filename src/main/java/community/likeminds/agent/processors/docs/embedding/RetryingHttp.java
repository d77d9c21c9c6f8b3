package community.likeminds.agent.processors.docs.embedding;

import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.AgentException.Kind;
import community.likeminds.agent.shared.ModelCalls;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks an embedding provider and asks again when the reason of a failure may pass: too many requests, overload, a broken connection. */
final class RetryingHttp implements AutoCloseable {

    /** A provider that wants a longer pause than this is not waited for. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

    private static final int SHOWN = 300;
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client;
    private final String url;
    private final @Nullable String key;
    private final EmbeddingsProperties properties;
    private final ModelCalls calls;

    RetryingHttp(String url, @Nullable String key, EmbeddingsProperties properties, ModelCalls calls) {
        this.calls = calls;
        this.url = url;
        this.key = key;
        this.properties = properties;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(properties.timeout())
                .build();
    }

    /** The input as a whole is refused: fewer or shorter texts may pass. */
    static final class TooMuch extends Exception {
        private static final long serialVersionUID = 1L;

        TooMuch(String message) {
            super(message);
        }
    }

    private record Failed(AgentException error, Duration wanted) {}

    JsonNode post(Object body) throws TooMuch {
        String asked = JSON.writeValueAsString(body);
        ModelCalls.Route route = calls.route(url);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(route.url()))
                .timeout(properties.timeout())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(asked));
        route.headers().forEach(request::header);
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        HttpRequest ready = request.build();
        for (int attempt = 0; ; attempt++) {
            Failed failed;
            Instant began = Instant.now();
            try {
                HttpResponse<String> response = client.send(ready, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
                calls.made(new ModelCalls.ModelCall("embeddings", url, asked, response.statusCode(), response.body(), began, Instant.now()));
                if (response.statusCode() == 200) {
                    return JSON.readTree(response.body());
                }
                failed = refused(response);
            } catch (HttpTimeoutException late) {
                calls.made(new ModelCalls.ModelCall("embeddings", url, asked, 0, "no answer in time", began, Instant.now()));
                failed = new Failed(unavailable("did not answer within " + properties.timeout().toSeconds() + " seconds", late), Duration.ZERO);
            } catch (IOException | JacksonException broken) {
                if (broken instanceof IOException) {
                    calls.made(new ModelCalls.ModelCall("embeddings", url, asked, 0, reason(broken), began, Instant.now()));
                }
                String why = broken instanceof JacksonException ? "answered with something that is no JSON" : "cannot be reached: " + reason(broken);
                failed = new Failed(unavailable(why, broken), Duration.ZERO);
            } catch (InterruptedException interrupted) {
                throw cancelled(interrupted);
            }
            if (attempt >= properties.retries() || failed.wanted().compareTo(LONGEST_PAUSE) > 0) {
                throw failed.error();
            }
            pause(attempt, failed.wanted());
        }
    }

    private static String reason(Exception failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    private Failed refused(HttpResponse<String> response) throws TooMuch {
        int status = response.statusCode();
        String said = said(response.body());
        switch (status) {
            case 401, 403 -> throw new AgentException(
                    Kind.BAD_INPUT,
                    "embeddings-unauthorised",
                    "The embedding provider " + url + " refuses the key (HTTP " + status + said + ").",
                    "Set the environment variable " + properties.apiKeyVariable() + " to a key that may use the model.");
            case 404 -> throw new AgentException(
                    Kind.BAD_INPUT,
                    "embeddings-model-unknown",
                    "The embedding provider " + url + " does not know the route or the model (HTTP 404" + said + ").",
                    "Check likeminds.embeddings.base-url and likeminds.embeddings.model; a model of Ollama is fetched with: ollama pull MODEL.");
            case 400, 413, 422 -> throw new TooMuch("HTTP " + status + said);
            case 408, 409, 425, 429, 500, 502, 503, 504, 529 -> {
                boolean limited = status == 429;
                AgentException error = new AgentException(
                        Kind.UNAVAILABLE,
                        limited ? "embeddings-rate-limited" : "embeddings-provider-failed",
                        "The embedding provider " + url + (limited ? " takes no more requests for now" : " failed") + " (HTTP " + status + said + ").",
                        limited
                                ? "Run the ingestion again later, or lower likeminds.embeddings.concurrency; what was embedded is kept."
                                : "Run the ingestion again later; what was embedded is kept.");
                return new Failed(error, wanted(response));
            }
            default -> throw unavailable("answered with HTTP " + status + said, null);
        }
    }

    /** The pause in seconds that the provider asks for; dates are rare here and count as no wish. */
    private static Duration wanted(HttpResponse<String> response) {
        return response.headers().firstValue("Retry-After").filter(value -> value.matches("\\d{1,6}")).map(Long::parseLong)
                .map(Duration::ofSeconds).orElse(Duration.ZERO);
    }

    private static String said(String body) {
        String text = body;
        try {
            JsonNode error = JSON.readTree(body).path("error");
            text = error.isString() ? error.asString() : error.path("message").asString("");
        } catch (JacksonException notJson) {
            text = text.replaceAll("<[^>]*>", " ");
        }
        String line = text.replaceAll("\\s+", " ").strip();
        return line.isEmpty() ? "" : ": " + (line.length() > SHOWN ? line.substring(0, SHOWN) + " …" : line);
    }

    private AgentException unavailable(String what, @Nullable Exception cause) {
        return new AgentException(
                Kind.UNAVAILABLE,
                "embeddings-provider-unavailable",
                "The embedding provider " + url + " " + what + ".",
                "Check likeminds.embeddings.base-url and that the provider runs; what was embedded is kept.",
                cause);
    }

    private void pause(int attempt, Duration wanted) {
        long backoff = Math.min(LONGEST_PAUSE.toMillis(), properties.backoff().toMillis() << Math.min(attempt, 20));
        // Half of it by chance, so that requests that failed together do not come back together.
        long millis = Math.max(wanted.toMillis(), backoff / 2) + ThreadLocalRandom.current().nextLong(backoff / 2 + 1);
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            throw cancelled(interrupted);
        }
    }

    private static CancellationException cancelled(InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        CancellationException cancelled = new CancellationException("Embedding was interrupted.");
        cancelled.initCause(interrupted);
        return cancelled;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
