package community.likeminds.agent.infrastructure.observability.helicone;

import community.likeminds.agent.shared.ModelCalls;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Leads calls through the proxy, tells calls afterwards, or both. */
final class Helicone implements ModelCalls, AutoCloseable {

    /** The provider that the proxy's own address stands for; any other one is named in a header. */
    private static final String DEFAULT_TARGET = "https://api.openai.com";

    private final HeliconeProperties properties;
    private final String key;
    private final String process = UUID.randomUUID().toString();
    private final @Nullable HeliconeLog log;

    Helicone(HeliconeProperties properties, String key) {
        this.properties = properties;
        this.key = plain(key);
        this.log = properties.log().isBlank() ? null : new HeliconeLog(properties, this.key);
    }

    @Override
    public Route route(String url) {
        if (properties.proxy().isBlank()) {
            return new Route(url, Map.of());
        }
        URI asked = URI.create(url);
        String origin = asked.getScheme() + "://" + asked.getRawAuthority();
        Map<String, String> headers = new LinkedHashMap<>(marks(asked.getPath()));
        headers.put("Helicone-Auth", "Bearer " + key);
        if (!origin.equals(DEFAULT_TARGET)) {
            headers.put("Helicone-Target-Url", origin);
        }
        return new Route(properties.proxy().replaceAll("/+$", "") + url.substring(origin.length()), headers);
    }

    @Override
    public void made(ModelCall call) {
        if (log != null) {
            log.tell(call, marks(URI.create(call.url()).getPath()));
        }
    }

    /** A session is a trace; without one, whatever this process does. */
    private Map<String, String> marks(String path) {
        Map<String, String> marks = new TreeMap<>();
        String trace = MDC.get("traceId");
        marks.put("Helicone-Session-Id", trace == null || trace.isEmpty() ? process : trace);
        marks.put("Helicone-Session-Name", plain(properties.session()));
        marks.put("Helicone-Session-Path", plain(path));
        properties.properties().forEach((name, value) -> marks.put("Helicone-Property-" + header(name), plain(value)));
        return marks;
    }

    private static String header(String name) {
        String allowed = name.replaceAll("[^A-Za-z0-9-]", "-");
        return allowed.isEmpty() ? "Unnamed" : allowed.substring(0, 1).toUpperCase(Locale.ROOT) + allowed.substring(1);
    }

    /** Values of headers hold no line breaks, whoever configured them. */
    private static String plain(String value) {
        return value.replaceAll("[^\\x20-\\x7e]", " ").strip();
    }

    @Override
    public void close() {
        if (log != null) {
            log.close();
        }
    }
}
