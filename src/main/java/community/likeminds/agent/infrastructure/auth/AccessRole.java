package community.likeminds.agent.infrastructure.auth;

import community.likeminds.agent.shared.AgentException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A usual bundle of permissions. Somebody may have several in an organisation, and others on single projects. */
public enum AccessRole {
    /** Reads everything that is about documentation and projects. */
    VIEWER(
            Permission.ACCOUNT,
            Permission.DOCUMENTATION_READ,
            Permission.PROJECTS_READ,
            Permission.ANALYTICS_READ,
            Permission.TASKS_READ),
    /** Also ingests documentation and changes projects. */
    DEVELOPER(VIEWER, Permission.DOCUMENTATION_WRITE, Permission.PROJECTS_CHANGE, Permission.TASKS_MANAGE),
    /** Everything within the organisation, but nothing of the installation. */
    ADMIN(
            DEVELOPER,
            Permission.ANALYTICS_MANAGE,
            Permission.DEAD_LETTERS_MANAGE,
            Permission.USERS_MANAGE,
            Permission.AUDIT_READ),
    /** Keeps the installation running. */
    OPERATOR(
            VIEWER,
            Permission.TASKS_MANAGE,
            Permission.DEAD_LETTERS_MANAGE,
            Permission.METRICS_READ,
            Permission.SYSTEM_OPERATE);

    private final Set<Permission> permissions;

    AccessRole(Permission... permissions) {
        this.permissions = Set.of(permissions);
    }

    AccessRole(AccessRole base, Permission... more) {
        EnumSet<Permission> all = EnumSet.copyOf(base.permissions);
        all.addAll(Arrays.asList(more));
        this.permissions = Set.copyOf(all);
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    /** Its name as people write it, for example {@code developer}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What several roles permit together. */
    public static Set<Permission> permissions(Set<AccessRole> roles) {
        return roles.stream().flatMap(role -> role.permissions.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Throws {@code role-unknown}. */
    public static AccessRole of(String text) {
        return Arrays.stream(values())
                .filter(role -> role.text().equals(text.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> AgentException.badInput(
                        "role-unknown",
                        "There is no role '" + text + "'.",
                        "Use viewer, developer, admin or operator."));
    }
}
