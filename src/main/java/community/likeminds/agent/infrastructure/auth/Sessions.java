package community.likeminds.agent.infrastructure.auth;

import community.likeminds.agent.shared.TenantId;
import java.time.Instant;
import java.util.List;

/** Signing in and out. */
public interface Sessions {

    /**
     * @param tenant the organisation; empty when the person is in one only
     * @throws community.likeminds.agent.shared.AgentException {@code credentials-wrong}, {@code sign-in-paused}, {@code organisation-needed}
     */
    Tokens signIn(String email, String password, String tenant);

    /** For a person whom an OpenID Connect provider has vouched for. */
    Tokens begin(TenantId tenant, String account);

    /**
     * New tokens for a refresh token, which is used up by it. A second use ends the session, because one of the two users has stolen it.
     *
     * @throws community.likeminds.agent.shared.AgentException {@code refresh-token-invalid}
     */
    Tokens refresh(String refreshToken);

    /** Ends the session of a refresh token; nothing happens when there is none. */
    void end(String refreshToken);

    /** Ends all sessions of an account; says how many there were. */
    int endAll(String account);

    /** Open ones of an account, newest first. */
    List<Session> list(String account);

    /**
     * @param accessToken signed, for the {@code Authorization} header
     * @param refreshToken kept as a hash
     */
    record Tokens(String accessToken, Instant expiresAt, String refreshToken, TenantId tenant) {

        /** Without the tokens. */
        @Override
        public String toString() {
            return "Tokens[until " + expiresAt + "]";
        }
    }

    /** @param origin from where it was begun */
    record Session(String id, TenantId tenant, String origin, Instant createdAt, Instant expiresAt) {}
}
