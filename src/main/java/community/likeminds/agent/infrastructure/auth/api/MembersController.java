package community.likeminds.agent.infrastructure.auth.api;

import community.likeminds.agent.infrastructure.auth.AccessRole;
import community.likeminds.agent.infrastructure.auth.Account;
import community.likeminds.agent.infrastructure.auth.Accounts;
import community.likeminds.agent.infrastructure.auth.ApiKeys;
import community.likeminds.agent.infrastructure.auth.Identity;
import community.likeminds.agent.infrastructure.auth.Invitations;
import community.likeminds.agent.infrastructure.auth.Permission;
import community.likeminds.agent.infrastructure.auth.Requires;
import community.likeminds.agent.shared.AgentException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Members of the caller's organisation, and keys of its service accounts. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Members")
@Requires(Permission.USERS_MANAGE)
class MembersController {

    private static final int USUAL_HOURS = 72;

    private final Accounts accounts;
    private final Invitations invitations;
    private final ApiKeys keys;

    MembersController(Accounts accounts, Invitations invitations, ApiKeys keys) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.keys = keys;
    }

    @GetMapping("/members")
    @Operation(summary = "List people and service accounts")
    Members members(Identity caller) {
        return new Members(accounts.members(caller.tenant()));
    }

    @PostMapping("/members/invitations")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Invite somebody; the secret is shown once and is for them only")
    Invited invite(Identity caller, @Valid @RequestBody NewInvitation body) {
        Set<AccessRole> roles = Giving.roles(body.roles());
        Giving.require(caller, roles);
        Invitations.Invitation made = invitations.invite(
                caller.tenant(), body.email(), roles, Duration.ofHours(body.hours() == null ? USUAL_HOURS : body.hours()));
        return new Invited(made.secret(), made.expiresAt());
    }

    @PostMapping("/service-accounts")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a service account, which signs in with API keys only")
    Account serviceAccount(Identity caller, @Valid @RequestBody NewServiceAccount body) {
        Set<AccessRole> roles = Giving.roles(body.roles());
        Giving.require(caller, roles);
        return accounts.addServiceAccount(caller.tenant(), body.name(), roles);
    }

    @PutMapping("/members/{id}/roles")
    @Operation(summary = "Replace the roles of a member")
    Account roles(Identity caller, @PathVariable String id, @Valid @RequestBody NewRoles body) {
        Set<AccessRole> roles = Giving.roles(body.roles());
        Giving.require(caller, roles);
        Giving.require(caller, accounts.member(caller.tenant(), id).roles());
        return accounts.setRoles(caller.tenant(), id, roles);
    }

    @DeleteMapping("/members/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End a membership with its keys, sessions and grants")
    void remove(Identity caller, @PathVariable String id) {
        Giving.require(caller, accounts.member(caller.tenant(), id).roles());
        accounts.remove(caller.tenant(), id);
    }

    @GetMapping("/keys")
    @Operation(summary = "List the API keys of all members")
    Keys keys(Identity caller) {
        return new Keys(keys.list(caller.tenant(), null));
    }

    @PostMapping("/keys")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make an API key for a service account; it is shown once")
    ApiKeys.Created create(Identity caller, @Valid @RequestBody NewKey body) {
        Account account = accounts.member(caller.tenant(), body.account());
        if (account.kind() != Account.Kind.SERVICE) {
            throw new AgentException(
                    AgentException.Kind.FORBIDDEN,
                    "key-of-somebody",
                    "A key of a person would let its maker act in their name.",
                    "Let them make it themselves, or make a service account.");
        }
        Giving.require(caller, account.roles());
        Set<AccessRole> roles = Giving.roles(body.roles() == null ? List.of() : body.roles());
        return keys.create(caller.tenant(), new ApiKeys.NewKey(account.id(), body.name(), roles, body.expiresAt()));
    }

    @DeleteMapping("/keys/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revoke an API key of any member")
    void revoke(Identity caller, @PathVariable String id) {
        keys.revoke(caller.tenant(), id);
    }

    /** @param members by name */
    record Members(List<Account> members) {}

    /** @param hours for which it can be accepted, 72 when it is not given */
    record NewInvitation(
            @NotBlank @Size(max = 320) String email,
            @NotEmpty @Size(max = 4) List<@Size(max = 30) String> roles,
            @Nullable @Min(1) @Max(720) Integer hours) {}

    /** @param invitation the secret, for POST /api/v1/auth/invitations/accept or the page /setup */
    record Invited(String invitation, Instant expiresAt) {}

    /** @param name what it is for */
    record NewServiceAccount(@NotBlank @Size(max = 200) String name, @NotEmpty @Size(max = 4) List<@Size(max = 30) String> roles) {}

    /** @param roles all that the member has from now on */
    record NewRoles(@NotEmpty @Size(max = 4) List<@Size(max = 30) String> roles) {}

    /** @param keys newest first */
    record Keys(List<ApiKeys.ApiKey> keys) {}

    /** @param account a service account */
    record NewKey(
            @NotBlank @Size(max = 36) String account,
            @NotBlank @Size(max = 200) String name,
            @Nullable @Size(max = 4) List<@Size(max = 30) String> roles,
            @Nullable Instant expiresAt) {}
}
