package community.likeminds.agent.infrastructure.auth;

import java.time.Duration;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Short-lived tokens that carry an identity from one process of the installation to another, signed with the secret that they share
 * ({@code likeminds.services.secret}; a process that is alone makes one up).
 */
public interface ServiceTokens {

    /** The one header that a token travels in. Whatever a client sends under this name is taken away by the gateway. */
    String HEADER = "X-Likeminds-Service-Token";

    Duration LIFETIME = Duration.ofSeconds(60);

    /**
     * Who asked for a call.
     *
     * @param identity null where nobody is known, as when they sign in
     * @param origin from where they asked, as {@link CurrentOrigin} said in the process that minted the token
     */
    record Sender(@Nullable Identity identity, String origin) {}

    /**
     * A token for one call; it says from where it was asked for, too.
     *
     * @param audience the role that is called, for example {@code documentation-agent}
     */
    String mint(Identity identity, String audience);

    /** A token that says only from where a call was asked for. */
    String vouch(String audience);

    /**
     * What a token says.
     *
     * @param audiences roles that the process runs; the token must be for one of them
     * @throws community.likeminds.agent.shared.AgentException {@code service-token-invalid}
     */
    Sender sender(String token, Collection<String> audiences);

    /**
     * The identity in a token.
     *
     * @throws community.likeminds.agent.shared.AgentException {@code service-token-invalid}, also when it names nobody
     */
    Identity verify(String token, Collection<String> audiences);
}
