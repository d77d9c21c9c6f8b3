package community.likeminds.agent.cli.commands;

import community.likeminds.agent.cli.Services;
import community.likeminds.agent.infrastructure.auth.AccessRole;
import community.likeminds.agent.infrastructure.auth.Accounts;
import community.likeminds.agent.infrastructure.auth.AuthMode;
import community.likeminds.agent.infrastructure.auth.Invitations;
import community.likeminds.agent.infrastructure.auth.ServedRoles;
import community.likeminds.agent.shared.TenantId;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/** The link with which the first admin of an installation gives themselves a password. */
final class FirstAdmin {

    private static final Duration LIFETIME = Duration.ofHours(1);

    /** What answers under the link's path. */
    private static final Set<String> ANSWERING = Set.of("gateway", "auth");

    private FirstAdmin() {}

    /** Empty when nobody has to sign in, somebody can already, or this process does not lead to the page. */
    static Optional<String> link(Services services, String address) {
        if (services.get(AuthMode.class) == AuthMode.LOCAL
                || Collections.disjoint(services.get(ServedRoles.class).names(), ANSWERING)
                || !services.get(Accounts.class).empty()) {
            return Optional.empty();
        }
        Invitations.Invitation invitation = services.get(Invitations.class)
                .invite(TenantId.DEFAULT, "", Set.of(AccessRole.ADMIN, AccessRole.OPERATOR), LIFETIME);
        return Optional.of(address + "/setup?invitation=" + invitation.secret());
    }
}
