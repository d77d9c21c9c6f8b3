package community.likeminds.agent.infrastructure.auth.oidc;

import community.likeminds.agent.infrastructure.auth.accounts.Secrets;
import community.likeminds.agent.infrastructure.storage.Caches;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;

/** Sign-ins that have begun and not ended, for ten minutes; each ends once, and only in the browser that began it. */
final class PendingSignIns {

    static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final int MOST = 20_000;
    private static final String USED = "used";

    private final Caches.Cache cache;

    PendingSignIns(Caches caches) {
        cache = caches.of(new Caches.Region("oidc-sign-ins", LIFETIME, MOST));
    }

    /**
     * @param state that the provider sends back
     * @param nonce that the ID token repeats
     * @param verifier of PKCE (RFC 7636)
     * @param browser that only the browser knows which began
     */
    record Pending(String state, String nonce, String verifier, String browser) {

        /** Without the secrets. */
        @Override
        public String toString() {
            return "Pending";
        }
    }

    Pending begin() {
        Pending pending = new Pending(Secrets.fresh(), Secrets.fresh(), Secrets.fresh(), Secrets.fresh());
        cache.put(
                TenantId.DEFAULT,
                Secrets.hash(pending.state()),
                pending.nonce() + " " + pending.verifier() + " " + Secrets.hash(pending.browser()));
        return pending;
    }

    /** Throws {@code oidc-state-invalid}. */
    Pending end(String state, String browser) {
        String key = Secrets.hash(state);
        Optional<String> kept = cache.get(TenantId.DEFAULT, key).filter(value -> !value.equals(USED));
        if (kept.isEmpty()) {
            throw invalid();
        }
        String[] parts = kept.get().split(" ");
        // Whoever was led here by somebody else's link must not end up in that person's account.
        if (!same(parts[2], Secrets.hash(browser)) || !cache.replace(TenantId.DEFAULT, key, kept.get(), USED)) {
            throw invalid();
        }
        return new Pending(state, parts[0], parts[1], browser);
    }

    private static boolean same(String left, String right) {
        return MessageDigest.isEqual(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }

    private static AgentException invalid() {
        return new AgentException(
                AgentException.Kind.UNAUTHENTICATED,
                "oidc-state-invalid",
                "This sign-in was ended already, has expired, or was begun in another browser.",
                "Begin again at /api/v1/auth/oidc.");
    }
}
