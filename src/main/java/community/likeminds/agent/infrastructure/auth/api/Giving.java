package community.likeminds.agent.infrastructure.auth.api;

import community.likeminds.agent.infrastructure.auth.AccessRole;
import community.likeminds.agent.infrastructure.auth.Identity;
import community.likeminds.agent.shared.AgentException;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Nobody gives, or takes away, what they may not do themselves. */
final class Giving {

    private Giving() {}

    /** Throws {@code role-unknown}. */
    static Set<AccessRole> roles(Collection<String> names) {
        return names.stream().map(AccessRole::of).collect(Collectors.toUnmodifiableSet());
    }

    /** Throws {@code role-not-yours}. */
    static void require(Identity giver, Set<AccessRole> roles) {
        if (!giver.permissions().containsAll(AccessRole.permissions(roles))) {
            throw new AgentException(
                    AgentException.Kind.FORBIDDEN,
                    "role-not-yours",
                    "You may not give or take away a role that permits more than you may do yourself.",
                    "Ask somebody who has the role.");
        }
    }
}
