package community.likeminds.agent.infrastructure.observability.helicone;

import community.likeminds.agent.shared.ModelCalls.ModelCall;
import community.likeminds.agent.shared.Redaction;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Tells <a href="https://docs.helicone.ai/getting-started/integration-method/manual-logger-curl">Helicone's manual log</a> of calls, one after
 * another on a thread of its own. Texts lose their secrets, vectors are left out.
 */
final class HeliconeLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HeliconeLog.class);
    private static final int ATTEMPTS = 4;
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration LAST = Duration.ofSeconds(3);
    /** Longer arrays of numbers are vectors. */
    private static final int NUMBERS = 16;

    private final HeliconeProperties properties;
    private final String key;
    private final BlockingQueue<Told> waiting;
    private final HttpClient http;
    private final Thread thread;
    private volatile boolean ending;

    private record Told(ModelCall call, Map<String, String> marks) {}

    HeliconeLog(HeliconeProperties properties, String key) {
        this.properties = properties;
        this.key = key;
        this.waiting = new ArrayBlockingQueue<>(Math.max(1, properties.waiting()));
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(properties.timeout()).build();
        this.thread = Thread.ofVirtual().name("helicone").start(this::work);
    }

    /** Returns at once. */
    void tell(ModelCall call, Map<String, String> marks) {
        if (!ending && !waiting.offer(new Told(call, marks))) {
            LOG.warn("Helicone is too slow or away; a call of a model is not told to it.");
        }
    }

    private void work() {
        try {
            while (!ending || !waiting.isEmpty()) {
                Told told = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (told != null) {
                    send(told);
                }
            }
        } catch (InterruptedException end) {
            LOG.debug("{} calls of models were not told to Helicone.", waiting.size());
        }
    }

    private void send(Told told) throws InterruptedException {
        String body;
        try {
            body = body(told);
        } catch (RuntimeException defect) {
            LOG.warn("A call of a model could not be told to Helicone.", defect);
            return;
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(properties.log()))
                .timeout(properties.timeout())
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        String why = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
                if (status < 300) {
                    return;
                }
                why = "HTTP " + status;
                if (status < 500 && status != 429 && status != 408) {
                    break;
                }
            } catch (IOException away) {
                why = away.toString();
            }
            Thread.sleep(PAUSE.multipliedBy(1L << attempt));
        }
        LOG.warn("Helicone does not take what models were asked ({}). Check likeminds.helicone.log and its key.", why);
    }

    private static String body(Told told) {
        ModelCall call = told.call();
        Map<String, Object> provider = new LinkedHashMap<>();
        provider.put("url", "custom-model-nopath");
        provider.put("json", withoutSecrets(json(call.request())));
        provider.put("meta", told.marks());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("json", withoutSecrets(json(call.answer())));
        answer.put("status", call.status() == 0 ? 503 : call.status());
        answer.put("headers", Map.of());
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("providerRequest", provider);
        whole.put("providerResponse", answer);
        whole.put("timing", Map.of("startTime", time(call.began()), "endTime", time(call.ended())));
        return JsonMapper.shared().writeValueAsString(whole);
    }

    private static Map<String, Long> time(Instant at) {
        return Map.of("seconds", at.getEpochSecond(), "milliseconds", (long) (at.getNano() / 1_000_000));
    }

    /** An object, because the log takes nothing else. */
    private static JsonNode json(String text) {
        try {
            JsonNode read = JsonMapper.shared().readTree(text);
            if (read.isObject()) {
                return read;
            }
        } catch (JacksonException none) {
            LOG.debug("An answer of a model is no JSON.", none);
        }
        return JsonMapper.shared().createObjectNode().put("text", text);
    }

    private static JsonNode withoutSecrets(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode kept = JsonMapper.shared().createObjectNode();
                object.properties().forEach(one -> kept.set(one.getKey(), withoutSecrets(one.getValue())));
                yield kept;
            }
            case ArrayNode array when array.size() > NUMBERS && array.get(0).isNumber() -> StringNode.valueOf(array.size() + " numbers");
            case ArrayNode array -> {
                ArrayNode kept = JsonMapper.shared().createArrayNode();
                array.forEach(one -> kept.add(withoutSecrets(one)));
                yield kept;
            }
            case StringNode text -> StringNode.valueOf(Redaction.of(text.stringValue()));
            default -> node;
        };
    }

    @Override
    public void close() {
        ending = true;
        try {
            if (!thread.join(LAST)) {
                thread.interrupt();
            }
        } catch (InterruptedException hurry) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
        http.shutdownNow();
    }
}
