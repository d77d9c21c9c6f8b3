package community.likeminds.agent.infrastructure.auth;

import community.likeminds.agent.shared.TenantId;
import java.util.List;
import java.util.Set;

/** Organisations and their members. Everything is asked for within one organisation; what another one has is not there. */
public interface Accounts {

    List<Organisation> organisations();

    /** Throws {@code organisation-exists}. */
    Organisation addOrganisation(TenantId tenant, String name);

    /** By name. */
    List<Account> members(TenantId tenant);

    /** Throws {@code account-not-found}. */
    Account member(TenantId tenant, String id);

    /**
     * A new person with a password. For people who are known already in another organisation there are {@link Invitations}.
     *
     * @throws community.likeminds.agent.shared.AgentException {@code email-taken}, {@code email-invalid}, {@code password-weak}
     */
    Account addUser(TenantId tenant, NewUser user);

    /** A new service account; it signs in with API keys only. */
    Account addServiceAccount(TenantId tenant, String name, Set<AccessRole> roles);

    /** Replaces the roles of a member. Throws {@code account-not-found}, {@code last-admin}. */
    Account setRoles(TenantId tenant, String id, Set<AccessRole> roles);

    /**
     * Ends a membership with its keys, sessions and grants; somebody who is a member of no organisation any more is forgotten.
     *
     * @throws community.likeminds.agent.shared.AgentException {@code account-not-found}, {@code last-admin}
     */
    void remove(TenantId tenant, String id);

    /** Throws {@code credentials-wrong} when the old password is not the one, {@code password-weak}. Every session ends. */
    void changePassword(String id, String oldPassword, String newPassword);

    /** Whether the installation has nobody yet who could sign in. */
    boolean empty();

    /** @param name for people */
    record Organisation(TenantId tenant, String name) {}

    /** @param roles at least one */
    record NewUser(String email, String name, String password, Set<AccessRole> roles) {

        public NewUser {
            roles = Set.copyOf(roles);
        }

        /** Without the password. */
        @Override
        public String toString() {
            return "NewUser[" + email + ", " + roles + "]";
        }
    }
}
