package community.likeminds.agent.infrastructure.auth;

import community.likeminds.agent.shared.TenantId;
import java.util.Set;

/**
 * Who calls, on behalf of which organisation, and what they may do there.
 *
 * @param id stable, unique within the installation
 * @param name for people: an e-mail address, the name of a service account
 * @param tenant whose data they see; never another one's
 * @param permissions in the whole organisation; grants on single projects come on top, see {@link ProjectGrants}
 */
public record Identity(String id, String name, TenantId tenant, Kind kind, Set<Permission> permissions) {

    /** What kind of caller it is. */
    public enum Kind {
        USER,
        SERVICE_ACCOUNT,
        /** Whoever sits at the machine, where nobody has to sign in. */
        LOCAL,
        /** A part of this product that works without anybody having asked, for example a background task. */
        SYSTEM
    }

    public Identity {
        permissions = Set.copyOf(permissions);
    }

    /** Whoever uses this machine: the admin of the default organisation. */
    public static Identity local() {
        return new Identity(
                "local",
                "local",
                TenantId.DEFAULT,
                Kind.LOCAL,
                AccessRole.permissions(Set.of(AccessRole.ADMIN, AccessRole.OPERATOR)));
    }

    /** Background work for an organisation. */
    public static Identity system(TenantId tenant) {
        return new Identity(
                "system",
                "system",
                tenant,
                Kind.SYSTEM,
                AccessRole.permissions(Set.of(AccessRole.ADMIN, AccessRole.OPERATOR)));
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }
}
