package community.likeminds.agent.infrastructure.auth.oidc;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the provider: bounded in time and size, and never redirected, because that would carry the client's secret elsewhere. */
final class ProviderHttp implements ResourceRetriever {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long LARGEST = 1 << 20;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** @param status of HTTP */
    record Answer(int status, JsonNode body) {}

    Answer get(URI address) {
        return json(address, send(request(address).GET().build()));
    }

    /** @param authorization empty for none */
    Answer post(URI address, Map<String, String> form, String authorization) {
        HttpRequest.Builder request = request(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(form)));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return json(address, send(request.build()));
    }

    /** The keys, for Nimbus. */
    @Override
    public Resource retrieveResource(URL url) throws IOException {
        try {
            HttpResponse<String> answer = send(request(url.toURI()).GET().build());
            if (answer.statusCode() != 200) {
                throw new IOException("The provider answered " + answer.statusCode() + " when asked for its keys.");
            }
            return new Resource(answer.body(), "application/json");
        } catch (URISyntaxException | AgentException failure) {
            throw new IOException("The provider's keys could not be read.", failure);
        }
    }

    static String form(Map<String, String> values) {
        return values.entrySet().stream().map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue())).collect(Collectors.joining("&"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).timeout(PATIENCE).header("Accept", "application/json");
    }

    private HttpResponse<String> send(HttpRequest request) {
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(
                request, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8), LARGEST));
        try {
            // The request's own limit ends with the headers; this one holds for the body as well.
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            answer.cancel(true);
            throw unavailable(request.uri(), failure);
        } catch (InterruptedException interrupted) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw unavailable(request.uri(), interrupted);
        }
    }

    private static Answer json(URI address, HttpResponse<String> answer) {
        try {
            return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
        } catch (JacksonException unreadable) {
            throw unavailable(address, unreadable);
        }
    }

    private static AgentException unavailable(URI address, Exception cause) {
        return new AgentException(
                AgentException.Kind.UNAVAILABLE,
                "oidc-provider-unavailable",
                "The sign-in provider at " + address.getAuthority() + " gives no usable answer.",
                "See that it runs and can be reached, and that likeminds.auth.oidc.issuer is its issuer.",
                cause);
    }
}
