package community.likeminds.agent.infrastructure.auth.accounts;

import community.likeminds.agent.infrastructure.auth.AccessRole;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Roles as they stand in rows. */
final class RoleNames {

    private RoleNames() {}

    static String join(Set<AccessRole> roles) {
        return roles.stream().map(AccessRole::text).sorted().collect(Collectors.joining(" "));
    }

    static Set<AccessRole> split(String text) {
        Set<AccessRole> roles = EnumSet.noneOf(AccessRole.class);
        for (String name : text.split(" ")) {
            known(name).ifPresent(roles::add);
        }
        return Set.copyOf(roles);
    }

    static Optional<AccessRole> known(String name) {
        return Arrays.stream(AccessRole.values()).filter(role -> role.text().equals(name)).findFirst();
    }
}
