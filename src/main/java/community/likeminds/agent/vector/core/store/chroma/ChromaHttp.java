package community.likeminds.agent.vector.core.store.chroma;

import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.AgentException.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests to a Chroma server: time limits, retries of what may be sent twice, and errors that a person understands. */
final class ChromaHttp implements AutoCloseable {

    private static final int TRIES = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ChromaSettings settings;
    private final HttpClient client;
    private final ChromaErrors errors;
    private volatile int batchSize;

    ChromaHttp(ChromaSettings settings) {
        this.settings = settings;
        this.errors = new ChromaErrors(settings.url());
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectLimit())
                .build();
    }

    /** Whether a request may be sent again when nobody knows what became of it. */
    enum Repeat {
        IDEMPOTENT,
        ONCE
    }

    /**
     * @param status 200 to 299, 404 or 409
     * @param body JSON, an empty object when there was none
     */
    record Answer(int status, JsonNode body) {
        boolean notFound() {
            return status == 404;
        }

        boolean conflict() {
            return status == 409;
        }
    }

    /** Most records of one request, as the server says; also finds out whether it is a server that this client understands. */
    int batchSize() {
        if (batchSize == 0) {
            Answer answer = send("GET", "/pre-flight-checks", null, Repeat.IDEMPOTENT);
            int most = answer.body().path("max_batch_size").asInt(0);
            if (answer.notFound() || most < 1) {
                throw errors.notUnderstood("it does not say how much it takes at once");
            }
            batchSize = most;
        }
        return batchSize;
    }

    Answer get(String path) {
        return send("GET", path, null, Repeat.IDEMPOTENT);
    }

    Answer post(String path, Map<String, ?> body, Repeat repeat) {
        return send("POST", path, body, repeat);
    }

    Answer put(String path, Map<String, ?> body) {
        return send("PUT", path, body, Repeat.IDEMPOTENT);
    }

    Answer delete(String path) {
        return send("DELETE", path, null, Repeat.IDEMPOTENT);
    }

    private Answer send(String method, String path, @Nullable Map<String, ?> body, Repeat repeat) {
        byte[] json = body == null ? new byte[0] : JSON.writeValueAsBytes(body);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base() + "/api/v2" + path))
                .timeout(settings.requestLimit())
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(json));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (!settings.token().isEmpty()) {
            request.header("x-chroma-token", settings.token());
        }
        for (int attempt = 1; ; attempt++) {
            boolean last = attempt == TRIES;
            try {
                HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
                if (last || repeat == Repeat.ONCE || !temporary(response.statusCode())) {
                    return answer(method + " " + path, response);
                }
            } catch (ConnectException | HttpConnectTimeoutException unreachable) {
                // Nothing was sent, so that any request may be tried again.
                if (last) {
                    throw errors.unreachable(unreachable);
                }
            } catch (HttpTimeoutException slow) {
                throw errors.tooSlow(settings.requestLimit(), slow);
            } catch (IOException broken) {
                if (last || repeat == Repeat.ONCE) {
                    throw errors.unreachable(broken);
                }
            } catch (InterruptedException interrupted) {
                throw interrupted(interrupted);
            }
            pause(FIRST_PAUSE.toMillis() << attempt - 1);
        }
    }

    private String base() {
        String url = settings.url().toString();
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private static boolean temporary(int status) {
        return status == 429 || status == 502 || status == 503 || status == 504;
    }

    private Answer answer(String request, HttpResponse<byte[]> response) {
        int status = response.statusCode();
        JsonNode body;
        try {
            body = response.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(response.body());
        } catch (JacksonException noJson) {
            throw errors.notUnderstood("it does not answer in JSON");
        }
        if (status / 100 == 2 || status == 409 || status == 404 && body.path("error").asString("").equals("NotFoundError")) {
            return new Answer(status, body);
        }
        throw errors.refused(request, status, body);
    }

    /** Waits a while, a little longer or shorter than asked, so that several do not come back at once. */
    static void pause(long millis) {
        try {
            Thread.sleep(millis + ThreadLocalRandom.current().nextLong(millis / 2 + 1));
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    private static AgentException interrupted(InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return new AgentException(
                Kind.UNAVAILABLE, "interrupted", "The work was interrupted.", "Run the command again.", interrupted);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
