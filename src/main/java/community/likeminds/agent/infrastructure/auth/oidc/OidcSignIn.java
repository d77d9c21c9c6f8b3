package community.likeminds.agent.infrastructure.auth.oidc;

import community.likeminds.agent.infrastructure.auth.AuditLog;
import community.likeminds.agent.infrastructure.auth.AuditLog.Actor;
import community.likeminds.agent.infrastructure.auth.AuditLog.Deed;
import community.likeminds.agent.infrastructure.auth.OidcSettings;
import community.likeminds.agent.infrastructure.auth.Sessions;
import community.likeminds.agent.infrastructure.auth.accounts.ExternalAccounts;
import community.likeminds.agent.infrastructure.storage.Caches;
import community.likeminds.agent.shared.AgentException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** The authorization code flow with PKCE, against one provider. */
public final class OidcSignIn {

    private final OidcSettings settings;
    private final Provider provider;
    private final PendingSignIns pending;
    private final IdTokens tokens;
    private final ExternalAccounts accounts;
    private final Sessions sessions;
    private final AuditLog audit;

    OidcSignIn(OidcSettings settings, Caches caches, ExternalAccounts accounts, Sessions sessions, AuditLog audit, Clock clock) {
        this.settings = settings;
        this.provider = new Provider(settings, new ProviderHttp(), clock);
        this.pending = new PendingSignIns(caches);
        this.tokens = new IdTokens(settings, clock);
        this.accounts = accounts;
        this.sessions = sessions;
        this.audit = audit;
    }

    /**
     * @param location where the browser goes to
     * @param browser what it keeps meanwhile, so that nobody else can end what it began
     */
    public record Begun(URI location, String browser) {

        /** Without the secrets. */
        @Override
        public String toString() {
            return "Begun";
        }
    }

    /**
     * What the browser brings back; what is not there is empty.
     *
     * @param issuer RFC 9207
     */
    public record Callback(String code, String state, String issuer, String error) {

        /** Without the secrets. */
        @Override
        public String toString() {
            return "Callback";
        }
    }

    /** Whether browsers come back over an encrypted connection. */
    public boolean encrypted() {
        return "https".equalsIgnoreCase(settings.redirectUri().getScheme());
    }

    /** Throws {@code oidc-provider-unavailable}, {@code oidc-issuer-mismatch}. */
    public Begun begin() {
        Provider.Description description = provider.description();
        PendingSignIns.Pending begun = pending.begin();
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", settings.clientId());
        query.put("redirect_uri", settings.redirectUri().toString());
        query.put("scope", "openid email profile");
        query.put("state", begun.state());
        query.put("nonce", begun.nonce());
        query.put("code_challenge", challenge(begun.verifier()));
        query.put("code_challenge_method", "S256");
        String separator = description.authorization().getRawQuery() == null ? "?" : "&";
        return new Begun(URI.create(description.authorization() + separator + ProviderHttp.form(query)), begun.browser());
    }

    /**
     * A session for whoever the provider vouches for.
     *
     * @param browser as {@link Begun#browser()} was
     * @throws AgentException {@code oidc-state-invalid}, {@code oidc-issuer-mismatch}, {@code oidc-refused}, {@code oidc-code-refused},
     *     {@code oidc-token-invalid}, {@code oidc-email-unverified}, {@code oidc-not-a-member}, {@code oidc-account-linked}
     */
    public Sessions.Tokens end(Callback callback, String browser) {
        PendingSignIns.Pending begun = pending.end(callback.state(), browser);
        String claimed = "";
        try {
            ExternalAccounts.Person person = person(callback, begun);
            claimed = person.email();
            String account = accounts.account(settings.organisation(), person, settings.role());
            Sessions.Tokens session = sessions.begin(settings.organisation(), account);
            audit.record(new Deed(settings.organisation(), new Actor("user", account, claimed), "sign-in", settings.issuer(), AuditLog.DONE));
            return session;
        } catch (AgentException refused) {
            audit.record(new Deed(settings.organisation(), Actor.unknown(claimed), "sign-in", settings.issuer(), refused.code()));
            throw refused;
        }
    }

    private ExternalAccounts.Person person(Callback callback, PendingSignIns.Pending begun) {
        Provider.Description description = provider.description();
        boolean silent = callback.issuer().isEmpty() && !description.namesItself();
        if (!silent && !callback.issuer().equals(settings.issuer())) {
            throw refused("oidc-issuer-mismatch", "The answer is not from the provider that this sign-in was begun with.");
        }
        if (!callback.error().isEmpty() || callback.code().isEmpty()) {
            throw refused("oidc-refused", "The provider did not sign you in: " + Provider.reason(callback.error()) + ".");
        }
        return tokens.verify(provider.redeem(callback.code(), begun.verifier()), begun.nonce(), description);
    }

    private static AgentException refused(String code, String fact) {
        return new AgentException(AgentException.Kind.UNAUTHENTICATED, code, fact, "Begin again at /api/v1/auth/oidc.");
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException failure) {
            throw new IllegalStateException("Every Java has SHA-256.", failure);
        }
    }
}
