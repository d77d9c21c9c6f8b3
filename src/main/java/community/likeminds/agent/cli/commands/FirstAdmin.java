package community.likeminds.agent.cli.commands;

import community.likeminds.agent.cli.Services;
import community.likeminds.agent.infrastructure.auth.AccessRole;
import community.likeminds.agent.infrastructure.auth.Accounts;
import community.likeminds.agent.infrastructure.auth.AuthMode;
import community.likeminds.agent.infrastructure.auth.Invitations;
import community.likeminds.agent.shared.TenantId;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The link with which the first admin of an installation gives themselves a password. */
final class FirstAdmin {

    private static final Duration LIFETIME = Duration.ofHours(1);

    private FirstAdmin() {}

    /** Empty when nobody has to sign in, or somebody can already. */
    static Optional<String> link(Services services, String address) {
        if (services.get(AuthMode.class) == AuthMode.LOCAL || !services.get(Accounts.class).empty()) {
            return Optional.empty();
        }
        Invitations.Invitation invitation = services.get(Invitations.class)
                .invite(TenantId.DEFAULT, "", Set.of(AccessRole.ADMIN, AccessRole.OPERATOR), LIFETIME);
        return Optional.of(address + "/setup?invitation=" + invitation.secret());
    }
}
