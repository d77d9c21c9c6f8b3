package community.likeminds.agent.infrastructure.auth.api;

import community.likeminds.agent.infrastructure.auth.AccessRole;
import community.likeminds.agent.infrastructure.auth.Accounts;
import community.likeminds.agent.infrastructure.auth.Invitations;
import community.likeminds.agent.infrastructure.auth.Permission;
import community.likeminds.agent.infrastructure.auth.Requires;
import community.likeminds.agent.infrastructure.auth.sessions.SigningKeys;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What belongs to the whole installation: organisations and the keys that sign tokens. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Installation")
@Requires(Permission.SYSTEM_OPERATE)
class InstallationController {

    private final Accounts accounts;
    private final Invitations invitations;
    private final SigningKeys keys;

    InstallationController(Accounts accounts, Invitations invitations, SigningKeys keys) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.keys = keys;
    }

    @GetMapping("/organisations")
    @Operation(summary = "List the organisations")
    Organisations organisations() {
        return new Organisations(accounts.organisations());
    }

    @PostMapping("/organisations")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make an organisation, with an invitation for its first admin")
    NewlyMade add(@Valid @RequestBody NewOrganisation body) {
        Accounts.Organisation made = accounts.addOrganisation(new TenantId(body.id()), body.name());
        Invitations.Invitation invitation =
                invitations.invite(made.tenant(), body.adminEmail(), Set.of(AccessRole.ADMIN), Duration.ofDays(3));
        return new NewlyMade(made.tenant().value(), made.name(), invitation.secret(), invitation.expiresAt());
    }

    @PostMapping("/auth/signing-keys")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a new key that signs access tokens; older ones still verify until their tokens have expired")
    NewSigningKey rotate() {
        return new NewSigningKey(keys.rotate());
    }

    @DeleteMapping("/auth/signing-keys/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Withdraw a key that somebody else may have; tokens that it signed are refused within seconds")
    void withdraw(@PathVariable String id) {
        if (!keys.withdraw(id)) {
            throw AgentException.notFound(
                    "signing-key-not-found", "There is no signing key '" + id + "'.", "See GET /api/v1/auth/keys for their ids.");
        }
    }

    /** @param organisations by id */
    record Organisations(List<Accounts.Organisation> organisations) {}

    /**
     * @param id lower-case letters, digits and hyphens
     * @param adminEmail for whom the invitation is
     */
    record NewOrganisation(
            @NotBlank @Size(max = 64) String id,
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 320) String adminEmail) {}

    /** @param invitation for the first admin, shown once */
    record NewlyMade(String id, String name, String invitation, Instant expiresAt) {}

    /** @param id as it stands in the tokens' headers */
    record NewSigningKey(String id) {}
}
