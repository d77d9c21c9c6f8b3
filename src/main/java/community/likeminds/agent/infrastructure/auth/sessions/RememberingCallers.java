package community.likeminds.agent.infrastructure.auth.sessions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import community.likeminds.agent.infrastructure.auth.ApiKeys;
import community.likeminds.agent.infrastructure.auth.CallerResolver;
import community.likeminds.agent.infrastructure.auth.Identity;
import community.likeminds.agent.infrastructure.auth.accounts.JdbcApiKeys;
import community.likeminds.agent.infrastructure.auth.accounts.Secrets;
import community.likeminds.agent.shared.AgentException;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks the database who shows a credential, and remembers the answer for two seconds: so long can a key that was revoked, a session that was ended or a
 * role that was taken away still work. Refusals are not remembered.
 */
final class RememberingCallers implements CallerResolver {

    private static final Duration MEMORY = Duration.ofSeconds(2);

    private final AccessTokens accessTokens;
    private final JdbcSessions sessions;
    private final JdbcApiKeys keys;
    private final Cache<String, Identity> known =
            Caffeine.newBuilder().expireAfterWrite(MEMORY).maximumSize(10_000).build();

    RememberingCallers(AccessTokens accessTokens, JdbcSessions sessions, JdbcApiKeys keys) {
        this.accessTokens = accessTokens;
        this.sessions = sessions;
        this.keys = keys;
    }

    @Override
    public Identity resolve(String credential) {
        if (credential.startsWith(ApiKeys.MARK)) {
            return remembered(Secrets.hash(credential), () -> keys.identity(credential))
                    .orElseThrow(() -> new AgentException(
                            AgentException.Kind.UNAUTHENTICATED,
                            "api-key-invalid",
                            "The API key is not known, was revoked or has expired.",
                            "Create a new one (likeminds keys create)."));
        }
        // The signature and the times are looked at each time; only the state of the session is remembered.
        AccessTokens.Claimed claimed = accessTokens.verify(credential);
        return remembered(claimed.session() + " " + claimed.account() + " " + claimed.tenant().value(), () -> sessions.identity(claimed))
                .orElseThrow(() -> new AgentException(
                        AgentException.Kind.UNAUTHENTICATED,
                        "session-ended",
                        "The session of the access token has ended.",
                        "Sign in again."));
    }

    private Optional<Identity> remembered(String key, java.util.function.Supplier<Optional<Identity>> asking) {
        Identity memory = known.getIfPresent(key);
        if (memory != null) {
            return Optional.of(memory);
        }
        Optional<Identity> asked = asking.get();
        asked.ifPresent(identity -> known.put(key, identity));
        return asked;
    }
}
