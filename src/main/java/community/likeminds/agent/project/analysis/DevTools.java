package community.likeminds.agent.project.analysis;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page of a browser over the Chrome DevTools protocol: commands with their answers, and events in their order. */
final class DevTools implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HttpClient http;
    private final WebSocket socket;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();
    private final BlockingQueue<JsonNode> events = new LinkedBlockingQueue<>(20_000);

    /**
     * @param address WebSocket of a page
     * @throws LookFailure when the browser does not answer
     */
    DevTools(String address) throws InterruptedException {
        this.http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        this.socket = await(http.newWebSocketBuilder().connectTimeout(PATIENCE).buildAsync(URI.create(address), new Receiver()));
    }

    /** What a browser did not do; the rung reports it as not possible. */
    static final class LookFailure extends RuntimeException {

        private static final long serialVersionUID = 1L;

        LookFailure(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** Sends a command and waits for its answer. */
    JsonNode send(String method, Map<String, ?> parameters) throws InterruptedException {
        int id = ids.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        open.put(id, answer);
        await(socket.sendText(JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true));
        return await(answer);
    }

    /** The next event, or null when none came in time. */
    @Nullable JsonNode event(Duration patience) throws InterruptedException {
        return events.poll(Math.max(0, patience.toMillis()), TimeUnit.MILLISECONDS);
    }

    private static <T> T await(CompletableFuture<T> future) throws InterruptedException {
        try {
            return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException silent) {
            throw new LookFailure("The browser did not answer.", silent);
        }
    }

    private final class Receiver implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                message(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            open.values().forEach(answer -> answer.completeExceptionally(error));
        }
    }

    private void message(String text) {
        try {
            JsonNode message = JSON.readTree(text);
            CompletableFuture<JsonNode> answer = message.has("id") ? open.remove(message.path("id").asInt()) : null;
            if (answer != null) {
                answer.complete(message.path("result"));
            } else if (message.has("method") && !events.offer(message)) {
                // A page that says tens of thousands of things has said enough.
                events.clear();
            }
        } catch (JacksonException broken) {
            open.values().forEach(answer -> answer.completeExceptionally(broken));
        }
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
    }
}
