package community.likeminds.agent.infrastructure.auth;

import java.time.Instant;
import java.util.Set;

/**
 * A person or a service account as a member of one organisation.
 *
 * @param id stable
 * @param email empty for a service account
 * @param roles in the organisation
 */
public record Account(String id, Kind kind, String email, String name, Set<AccessRole> roles, Instant createdAt) {

    /** Who signs in: a person with a password or over a provider, or a program with a key. */
    public enum Kind {
        USER,
        SERVICE
    }

    public Account {
        roles = Set.copyOf(roles);
    }
}
