package community.likeminds.agent.processors.docs.sources;

import community.likeminds.agent.processors.docs.sources.web.HostGuard;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.jspecify.annotations.Nullable;

/**
 * One request of git by http or https, made to the very address that the guard has looked at, so that a name cannot change its mind in between.
 * Redirects are given back to git, which asks for a new connection, and certificates are always verified.
 */
final class PinnedHttp implements HttpConnection {

    /** Bytes of an answer that is not a success; git shows some of it at most. */
    private static final int LONGEST_REFUSAL = 64 * 1024;

    private final HostGuard guard;
    private final URL url;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private String method = "GET";
    private int connectMillis;
    private int readMillis;
    private @Nullable Answer answer;

    /** @param content of the answer; closing it ends the connection */
    private record Answer(ClassicHttpResponse response, InputStream content) {}

    PinnedHttp(HostGuard guard, URL url) {
        this.guard = guard;
        this.url = url;
    }

    private Answer answer() throws IOException {
        Answer known = answer;
        if (known == null) {
            known = ask();
            answer = known;
        }
        return known;
    }

    private Answer ask() throws IOException {
        CloseableHttpClient client = client();
        try {
            HttpUriRequestBase request = new HttpUriRequestBase(method, uri());
            headers.forEach(request::setHeader);
            if (body.size() > 0) {
                request.setEntity(new ByteArrayEntity(body.toByteArray(), null));
            }
            ClassicHttpResponse response = client.executeOpen(new HttpHost(url.getProtocol(), host(), url.getPort()), request, null);
            HttpEntity entity = response.getEntity();
            if (entity == null || response.getCode() != HTTP_OK) {
                byte[] refusal = entity == null ? new byte[0] : entity.getContent().readNBytes(LONGEST_REFUSAL);
                client.close(CloseMode.IMMEDIATE);
                return new Answer(response, new ByteArrayInputStream(refusal));
            }
            return new Answer(response, new FilterInputStream(entity.getContent()) {
                @Override
                public void close() {
                    // What is left of an answer is not read for the sake of a connection that nobody uses again.
                    client.close(CloseMode.IMMEDIATE);
                }
            });
        } catch (IOException | RuntimeException failed) {
            client.close(CloseMode.IMMEDIATE);
            throw failed;
        }
    }

    private CloseableHttpClient client() {
        ConnectionConfig limits = ConnectionConfig.custom()
                .setConnectTimeout(Timeout.ofMilliseconds(connectMillis))
                .setSocketTimeout(Timeout.ofMilliseconds(readMillis))
                .build();
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create().setDnsResolver(guard).setDefaultConnectionConfig(limits).build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    private URI uri() throws IOException {
        try {
            return url.toURI();
        } catch (URISyntaxException invalid) {
            throw new IOException("The address " + url.getHost() + " is not written correctly.", invalid);
        }
    }

    private String host() {
        String name = url.getHost();
        return name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
    }

    @Override
    public int getResponseCode() throws IOException {
        return answer().response().getCode();
    }

    @Override
    public URL getURL() {
        return url;
    }

    @Override
    public String getResponseMessage() throws IOException {
        return String.valueOf(answer().response().getReasonPhrase());
    }

    @Override
    public Map<String, List<String>> getHeaderFields() {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (Header header : headers("")) {
            fields.computeIfAbsent(header.getName(), name -> new ArrayList<>()).add(header.getValue());
        }
        return fields;
    }

    /** Those of a name, or all; none before there is an answer. */
    private List<Header> headers(String name) {
        Answer known = answer;
        if (known == null) {
            return List.of();
        }
        return Arrays.asList(name.isEmpty() ? known.response().getHeaders() : known.response().getHeaders(name));
    }

    @Override
    public void setRequestProperty(String key, String value) {
        headers.put(key, value);
    }

    @Override
    public void setRequestMethod(String name) throws ProtocolException {
        method = name;
    }

    @Override
    public String getRequestMethod() {
        return method;
    }

    @Override
    public void setUseCaches(boolean usecaches) {
        // There is none.
    }

    @Override
    public void setConnectTimeout(int timeout) {
        connectMillis = timeout;
    }

    @Override
    public void setReadTimeout(int timeout) {
        readMillis = timeout;
    }

    @Override
    public @Nullable String getContentType() {
        return getHeaderField("Content-Type");
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return answer().content();
    }

    @Override
    public @Nullable String getHeaderField(String name) {
        List<Header> found = headers(name);
        return found.isEmpty() ? null : found.getFirst().getValue();
    }

    @Override
    public List<String> getHeaderFields(String name) {
        return headers(name).stream().map(Header::getValue).toList();
    }

    @Override
    public int getContentLength() {
        Answer known = answer;
        HttpEntity entity = known == null ? null : known.response().getEntity();
        return entity == null ? -1 : (int) Math.min(Integer.MAX_VALUE, entity.getContentLength());
    }

    @Override
    public void setInstanceFollowRedirects(boolean followRedirects) {
        // Never: git follows them itself, through the guard.
    }

    @Override
    public void setDoOutput(boolean dooutput) {
        // What is written is sent.
    }

    @Override
    public void setFixedLengthStreamingMode(int contentLength) {
        // What is written is sent as a whole.
    }

    @Override
    public void setChunkedStreamingMode(int chunklen) {
        // What is written is sent as a whole.
    }

    @Override
    public OutputStream getOutputStream() {
        return body;
    }

    @Override
    public boolean usingProxy() {
        return false;
    }

    @Override
    public void connect() throws IOException {
        answer();
    }

    @Override
    public void configure(KeyManager @Nullable [] km, TrustManager @Nullable [] tm, @Nullable SecureRandom random) {
        // The user's own settings cannot switch verification off.
    }

    @Override
    public void setHostnameVerifier(HostnameVerifier hostnameverifier) {
        // The user's own settings cannot switch verification off.
    }
}
