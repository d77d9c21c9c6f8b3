package community.likeminds.agent.infrastructure.secrets.vault;

import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The two kinds of calls to Vault that are needed. What may pass by itself (sealed, standby, overloaded) is tried again. */
final class VaultClient {

    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final VaultSettings settings;
    private final HttpClient http;

    VaultClient(VaultSettings settings) {
        this.settings = settings;
        // Redirects would carry the token to another host.
        this.http = HttpClient.newBuilder()
                .connectTimeout(settings.patience())
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** What the answer has under {@code data}. */
    JsonNode post(String path, Map<String, String> body) {
        return call(path, JSON.writeValueAsString(body));
    }

    JsonNode get(String path) {
        return call(path, null);
    }

    private JsonNode call(String path, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(settings.url().resolve("/v1/" + path))
                .timeout(settings.patience())
                .header("X-Vault-Request", "true")
                .header("X-Vault-Token", settings.token());
        if (!settings.namespace().isEmpty()) {
            request.header("X-Vault-Namespace", settings.namespace());
        }
        if (body != null) {
            request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
        }
        @Nullable IOException last = null;
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() / 100 == 2) {
                    // What changes a key may be answered without a body.
                    return JSON.readTree(answer.body().isBlank() ? "{}" : answer.body()).path("data");
                }
                if (!passing(answer.statusCode())) {
                    throw refused(answer.statusCode(), answer.body());
                }
                last = new IOException("Vault answered " + answer.statusCode() + ".");
                if (attempt < ATTEMPTS) {
                    Thread.sleep(PAUSE.multipliedBy(attempt));
                }
            } catch (JacksonException unreadable) {
                last = new IOException("Vault's answer is no JSON.", unreadable);
            } catch (IOException failure) {
                last = failure;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw unavailable(new IOException("interrupted", interrupted));
            }
        }
        throw unavailable(last == null ? new IOException("no answer") : last);
    }

    /** See the HTTP status codes in Vault's documentation of its interface. */
    private static boolean passing(int status) {
        return status == 412 || status == 429 || status == 473 || status >= 500;
    }

    private static AgentException refused(int status, String body) {
        return switch (status) {
            case 400 -> new AgentException(
                    AgentException.Kind.CONFLICT,
                    "secret-unreadable",
                    "Vault cannot use the key for this value: " + reason(body),
                    "Give the value again; if this happens to every value, see that the key is of the type aes256-gcm96.");
            case 404 -> new AgentException(
                    AgentException.Kind.CONFLICT,
                    "secrets-key-unknown",
                    "Vault has no such key or transit engine: " + reason(body),
                    "See likeminds.secrets.vault.mount and likeminds.secrets.vault.key.");
            default -> new AgentException(
                    AgentException.Kind.UNAVAILABLE,
                    "secrets-key-vault-refused",
                    "Vault answered " + status + ": " + reason(body),
                    "See that likeminds.secrets.vault.token is valid and may encrypt and decrypt with the key.");
        };
    }

    private static String reason(String body) {
        try {
            String said = JSON.readTree(body).path("errors").path(0).asString("").strip();
            return said.isEmpty() ? "it gives no reason." : said + (said.endsWith(".") ? "" : ".");
        } catch (JacksonException unreadable) {
            return "it gives no reason.";
        }
    }

    private AgentException unavailable(IOException cause) {
        return new AgentException(
                AgentException.Kind.UNAVAILABLE,
                "secrets-key-vault-unreachable",
                "Vault at " + settings.url() + " cannot be asked.",
                "See that it runs, is unsealed and can be reached.",
                cause);
    }
}
