package community.likeminds.agent.infrastructure.auth;

import community.likeminds.agent.shared.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Secrets that work once and make whoever has them a member of an organisation. */
public interface Invitations {

    /**
     * @param email for whom; empty when whoever has the secret says it
     * @param lifetime how long it can be accepted
     */
    Invitation invite(TenantId tenant, String email, Set<AccessRole> roles, Duration lifetime);

    /** What an invitation offers; empty when it was accepted, has expired, or never was. */
    Optional<Offer> look(String secret);

    /**
     * Makes a new person a member, or somebody who is known by the e-mail address and proves it by their password.
     *
     * @throws community.likeminds.agent.shared.AgentException {@code invitation-invalid}, {@code credentials-wrong}, {@code password-weak}, {@code email-invalid}
     */
    Account accept(Acceptance acceptance);

    /** @param secret shown once, kept as a hash */
    record Invitation(String secret, Instant expiresAt) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "Invitation[until " + expiresAt + "]";
        }
    }

    /** @param email empty when it is open */
    record Offer(TenantId tenant, String organisation, String email, Set<AccessRole> roles) {}

    /** @param email only needed when the invitation does not say it */
    record Acceptance(String secret, String email, String name, String password) {

        /** Without secret and password. */
        @Override
        public String toString() {
            return "Acceptance[" + email + "]";
        }
    }
}
