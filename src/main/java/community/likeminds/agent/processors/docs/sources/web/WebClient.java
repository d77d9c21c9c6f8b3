package community.likeminds.agent.processors.docs.sources.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Gets one address at a time: bounded in size and time, redirects followed by hand, tried again when the server asks for patience. */
final class WebClient implements AutoCloseable {

    static final String AGENT = "LikeMinds-Docs-Reader/1.0";
    private static final int MOST_REDIRECTS = 8;
    private static final int ATTEMPTS = 3;
    private static final long LONGEST_WAIT_MILLIS = 30_000;
    private static final Timeout CONNECT = Timeout.ofSeconds(10);
    private static final Timeout SILENCE = Timeout.ofSeconds(20);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(90);
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> PATIENCE = Set.of(429, 500, 502, 503, 504);

    /** Waits; scripted in tests. */
    @FunctionalInterface
    interface Pause {
        void millis(long millis) throws InterruptedException;
    }

    private final CloseableHttpClient http;
    private final Pause pause;

    WebClient(HostGuard guard, Pause pause) {
        this.pause = pause;
        this.http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(guard)
                        .setMaxConnPerRoute(4)
                        .setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(CONNECT).setSocketTimeout(SILENCE).build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(SILENCE).setConnectionRequestTimeout(SILENCE).build())
                .setUserAgent(AGENT)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    /**
     * @param etag and
     * @param lastModified of what is there already, or empty; then the answer may be "unchanged"
     * @param limit most bytes of the body
     */
    Response get(URI address, String etag, String lastModified, int limit) throws WebFailure {
        URI at = address;
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            Object answer = patiently(at, etag, lastModified, limit);
            if (answer instanceof Response response) {
                return response;
            }
            at = (URI) answer;
        }
        throw new WebFailure(WebFailure.Kind.GONE, "It redirects more than " + MOST_REDIRECTS + " times.");
    }

    /** A response, or the address that it redirects to. */
    private Object patiently(URI address, String etag, String lastModified, int limit) throws WebFailure {
        URI at = checked(address);
        for (int attempt = 1; ; attempt++) {
            long wait;
            try {
                HttpGet request = new HttpGet(at);
                if (!etag.isEmpty()) {
                    request.setHeader("If-None-Match", etag);
                } else if (!lastModified.isEmpty()) {
                    request.setHeader("If-Modified-Since", lastModified);
                }
                request.setHeader("Accept", "text/markdown, text/html;q=0.9, text/plain;q=0.8, */*;q=0.5");
                ClassicHttpResponse response = http.executeOpen(host(at), request, null);
                try {
                    int status = response.getCode();
                    if (REDIRECTS.contains(status)) {
                        return target(at, header(response, "Location"));
                    }
                    if (!PATIENCE.contains(status)) {
                        return read(at, response, limit);
                    }
                    wait = wait(header(response, "Retry-After"), attempt);
                    if (attempt == ATTEMPTS || wait > LONGEST_WAIT_MILLIS) {
                        throw new WebFailure(WebFailure.Kind.TRANSIENT, "The server answers with status " + status + ".");
                    }
                } finally {
                    release(response, request);
                }
            } catch (HostGuard.PrivateHostException refused) {
                throw new WebFailure(WebFailure.Kind.REFUSED, "The host " + at.getHost() + " is on a private network, which is not read.", refused);
            } catch (java.net.UnknownHostException unknown) {
                throw new WebFailure(WebFailure.Kind.TRANSIENT, "There is no host " + at.getHost() + ".", unknown);
            } catch (SSLException insecure) {
                throw new WebFailure(WebFailure.Kind.GONE, "Its certificate is not trusted: " + insecure.getMessage() + ".", insecure);
            } catch (IOException failed) {
                wait = wait("", attempt);
                if (attempt == ATTEMPTS) {
                    throw new WebFailure(WebFailure.Kind.TRANSIENT, "The server cannot be reached or breaks off: " + failed.getMessage() + ".", failed);
                }
            }
            sleep(wait);
        }
    }

    /** Gives the connection back; what is left of a long answer is not read for that. */
    private static void release(ClassicHttpResponse response, HttpGet request) {
        HttpEntity entity = response.getEntity();
        try {
            if (entity != null && entity.isStreaming() && entity.getContent().read() >= 0) {
                request.cancel();
            }
            response.close();
        } catch (IOException broken) {
            // A connection that was cut off, by either side, is not used again.
            request.cancel();
        }
    }

    private static HttpHost host(URI at) {
        String name = at.getHost();
        return new HttpHost(at.getScheme(), name.startsWith("[") ? name.substring(1, name.length() - 1) : name, at.getPort());
    }

    /** Only the web's own schemes, and nobody's password. */
    static URI checked(URI address) throws WebFailure {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new WebFailure(WebFailure.Kind.REFUSED, "Addresses of the scheme '" + scheme + "' are not read.");
        }
        if (address.getHost() == null) {
            throw new WebFailure(WebFailure.Kind.REFUSED, "The address " + address + " names no host.");
        }
        if (address.getRawUserInfo() != null) {
            throw new WebFailure(WebFailure.Kind.REFUSED, "Addresses with a user's name or password are not read.");
        }
        return address;
    }

    private static URI target(URI from, String location) throws WebFailure {
        try {
            return checked(from.resolve(new URI(location.strip().replace(" ", "%20"))));
        } catch (URISyntaxException | IllegalArgumentException invalid) {
            throw new WebFailure(WebFailure.Kind.GONE, "It redirects to something that is no address.", invalid);
        }
    }

    private static Response read(URI at, ClassicHttpResponse response, int limit) throws IOException {
        HttpEntity entity = response.getEntity();
        ContentType type = type(entity);
        byte[] body = new byte[0];
        boolean cut = false;
        if (entity != null) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            long end = System.nanoTime() + LONGEST_ANSWER.toNanos();
            InputStream in = entity.getContent();
            byte[] buffer = new byte[16_384];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (bytes.size() + n > limit) {
                    cut = true;
                    break;
                }
                bytes.write(buffer, 0, n);
                if (System.nanoTime() > end) {
                    throw new IOException("it takes more than " + LONGEST_ANSWER.toSeconds() + " s");
                }
            }
            body = bytes.toByteArray();
        }
        return new Response(at, response.getCode(), type == null ? "" : type.getMimeType().toLowerCase(Locale.ROOT),
                type == null || type.getCharset() == null ? "" : type.getCharset().name(), body, cut,
                header(response, "ETag"), header(response, "Last-Modified"));
    }

    private static @Nullable ContentType type(@Nullable HttpEntity entity) {
        try {
            return entity == null || entity.getContentType() == null ? null : ContentType.parseLenient(entity.getContentType());
        } catch (UnsupportedCharsetException unknown) {
            return null;
        }
    }

    private static String header(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        String value = header == null || header.getValue() == null ? "" : header.getValue();
        return value.length() > 2000 ? "" : value;
    }

    private static long wait(String retryAfter, int attempt) {
        String text = retryAfter.strip();
        if (text.matches("\\d{1,6}")) {
            return Long.parseLong(text) * 1000;
        }
        if (!text.isEmpty()) {
            try {
                Instant then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
                return Math.max(0, Duration.between(Instant.now(), then).toMillis());
            } catch (DateTimeException noDate) {
                return 500L << attempt;
            }
        }
        return 500L << attempt;
    }

    private void sleep(long millis) throws WebFailure {
        try {
            pause.millis(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new WebFailure(WebFailure.Kind.TRANSIENT, "Reading was interrupted.", interrupted);
        }
    }

    @Override
    public void close() {
        http.close(CloseMode.IMMEDIATE);
    }
}
