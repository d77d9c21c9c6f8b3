package community.likeminds.agent.infrastructure.auth.oidc;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import community.likeminds.agent.infrastructure.auth.OidcSettings;
import community.likeminds.agent.shared.AgentException;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The provider as it describes itself (OpenID Connect Discovery 1.0), asked for again every hour. */
final class Provider {

    private static final Duration FRESH = Duration.ofHours(1);

    private final OidcSettings settings;
    private final ProviderHttp http;
    private final Clock clock;
    private @Nullable Description known;

    Provider(OidcSettings settings, ProviderHttp http, Clock clock) {
        this.settings = settings;
        this.http = http;
        this.clock = clock;
    }

    /**
     * @param secretInBody whether the provider takes the client's secret only in the form
     * @param namesItself whether every answer to a browser says its issuer (RFC 9207)
     */
    record Description(
            URI authorization,
            URI token,
            JWKSource<SecurityContext> keys,
            boolean secretInBody,
            boolean namesItself,
            Instant until) {}

    /** Throws {@code oidc-provider-unavailable}, {@code oidc-issuer-mismatch}, {@code oidc-address-insecure}. */
    synchronized Description description() {
        if (known == null || clock.instant().isAfter(known.until())) {
            known = discover();
        }
        return known;
    }

    private Description discover() {
        ProviderHttp.Answer answer =
                http.get(URI.create(settings.issuer().replaceFirst("/$", "") + "/.well-known/openid-configuration"));
        String issuer = answer.body().path("issuer").asString("");
        if (answer.status() != 200 || !issuer.equals(settings.issuer())) {
            throw new AgentException(
                    AgentException.Kind.UNAVAILABLE,
                    "oidc-issuer-mismatch",
                    "The sign-in provider's description is not that of the issuer '" + settings.issuer() + "'.",
                    "Set likeminds.auth.oidc.issuer exactly as the provider writes it, down to a slash at the end.");
        }
        JsonNode methods = answer.body().path("token_endpoint_auth_methods_supported");
        return new Description(
                address(answer.body(), "authorization_endpoint"),
                address(answer.body(), "token_endpoint"),
                keys(address(answer.body(), "jwks_uri")),
                lists(methods, "client_secret_post") && !lists(methods, "client_secret_basic"),
                answer.body().path("authorization_response_iss_parameter_supported").asBoolean(false),
                clock.instant().plus(FRESH));
    }

    private static boolean lists(JsonNode names, String name) {
        return StreamSupport.stream(names.spliterator(), false).anyMatch(one -> one.asString("").equals(name));
    }

    private static URI address(JsonNode description, String name) {
        return OidcSettings.secure(description.path(name).asString(""));
    }

    /** Keys are kept for minutes and asked for again when a token names one that is not among them, which is limited. */
    private JWKSource<SecurityContext> keys(URI address) {
        try {
            return JWKSourceBuilder.<SecurityContext>create(address.toURL(), http).refreshAheadCache(false).build();
        } catch (MalformedURLException failure) {
            throw new IllegalStateException("The address was checked before.", failure);
        }
    }

    /**
     * The ID token that a code stands for.
     *
     * @throws AgentException {@code oidc-code-refused}, {@code oidc-provider-unavailable}
     */
    String redeem(String code, String verifier) {
        Description description = description();
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", settings.redirectUri().toString());
        form.put("code_verifier", verifier);
        String authorization = "";
        if (settings.clientSecret().isEmpty()) {
            form.put("client_id", settings.clientId());
        } else if (description.secretInBody()) {
            form.put("client_id", settings.clientId());
            form.put("client_secret", settings.clientSecret());
        } else {
            // RFC 6749, section 2.3.1: both parts are encoded as in a form.
            String both = ProviderHttp.encoded(settings.clientId()) + ":" + ProviderHttp.encoded(settings.clientSecret());
            authorization = "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
        }
        ProviderHttp.Answer answer = http.post(description.token(), form, authorization);
        String token = answer.body().path("id_token").asString("");
        if (answer.status() != 200 || token.isEmpty()) {
            throw new AgentException(
                    AgentException.Kind.UNAUTHENTICATED,
                    "oidc-code-refused",
                    "The provider gives no ID token for the code: " + reason(answer.body().path("error").asString("")) + ".",
                    "Sign in again; if it happens every time, check likeminds.auth.oidc.client-id, client-secret and redirect-uri.");
        }
        return token;
    }

    /** An error's name, or nothing of what is no name. */
    static String reason(String error) {
        return error.matches("[a-z0-9_.-]{1,60}") ? error : "it gives no reason";
    }
}
