package community.likeminds.agent.infrastructure.auth;

import java.time.Duration;
import java.util.Collection;

/**
 * Short-lived tokens that carry an identity from one process of the installation to another, signed with the secret that they share
 * ({@code likeminds.services.secret}; a process that is alone makes one up).
 */
public interface ServiceTokens {

    /** The one header that a token travels in. Whatever a client sends under this name is taken away by the gateway. */
    String HEADER = "X-Likeminds-Service-Token";

    Duration LIFETIME = Duration.ofSeconds(60);

    /**
     * A token for one call.
     *
     * @param audience the role that is called, for example {@code documentation-agent}
     */
    String mint(Identity identity, String audience);

    /**
     * The identity in a token.
     *
     * @param audiences roles that the process runs; the token must be for one of them
     * @throws community.likeminds.agent.shared.AgentException {@code service-token-invalid}
     */
    Identity verify(String token, Collection<String> audiences);
}
