package community.likeminds.agent.infrastructure.auth.api;

import community.likeminds.agent.infrastructure.auth.Accounts;
import community.likeminds.agent.infrastructure.auth.ApiKeys;
import community.likeminds.agent.infrastructure.auth.Identity;
import community.likeminds.agent.infrastructure.auth.Permission;
import community.likeminds.agent.infrastructure.auth.Requires;
import community.likeminds.agent.infrastructure.auth.Sessions;
import community.likeminds.agent.shared.AgentException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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

/** The caller's own account. */
@RestController
@RequestMapping("/api/v1/account")
@Tag(name = "Account")
@Requires(Permission.ACCOUNT)
class AccountController {

    private final Accounts accounts;
    private final ApiKeys keys;
    private final Sessions sessions;

    AccountController(Accounts accounts, ApiKeys keys, Sessions sessions) {
        this.accounts = accounts;
        this.keys = keys;
        this.sessions = sessions;
    }

    @GetMapping
    @Operation(summary = "Who am I, and what may I do")
    Me me(Identity caller) {
        return new Me(
                caller.id(),
                caller.name(),
                caller.tenant().value(),
                caller.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                caller.permissions().stream().map(Permission::text).sorted().toList());
    }

    @PutMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Change my password; all of my sessions end")
    void password(Identity caller, @Valid @RequestBody NewPassword body) {
        accounts.changePassword(caller.id(), body.oldPassword(), body.newPassword());
    }

    @GetMapping("/sessions")
    @Operation(summary = "Where I am signed in")
    OpenSessions sessions(Identity caller) {
        return new OpenSessions(sessions.list(caller.id()));
    }

    @DeleteMapping("/sessions")
    @Operation(summary = "Sign out everywhere")
    Ended end(Identity caller) {
        return new Ended(sessions.endAll(caller.id()));
    }

    @GetMapping("/keys")
    @Operation(summary = "My API keys")
    Keys keys(Identity caller) {
        return new Keys(keys.list(caller.tenant(), caller.id()));
    }

    @PostMapping("/keys")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make an API key of mine; it is shown once")
    ApiKeys.Created create(Identity caller, @Valid @RequestBody NewKey body) {
        Set<community.likeminds.agent.infrastructure.auth.AccessRole> roles = Giving.roles(body.roles() == null ? List.of() : body.roles());
        // A key without roles may do what its account may, which can be more than what a caller with a limited key may.
        Giving.require(caller, roles.isEmpty() ? accounts.member(caller.tenant(), caller.id()).roles() : roles);
        return keys.create(caller.tenant(), new ApiKeys.NewKey(caller.id(), body.name(), roles, body.expiresAt()));
    }

    @DeleteMapping("/keys/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revoke an API key of mine")
    void revoke(Identity caller, @PathVariable String id) {
        if (keys.list(caller.tenant(), caller.id()).stream().noneMatch(key -> key.id().equals(id))) {
            throw AgentException.notFound("key-not-found", "You have no key '" + id + "'.", "List your keys to see their ids.");
        }
        keys.revoke(caller.tenant(), id);
    }

    /** @param permissions in the whole organisation */
    record Me(String id, String name, String organisation, String kind, List<String> permissions) {}

    /** @param oldPassword the one that holds now */
    record NewPassword(@NotBlank @Size(max = 256) String oldPassword, @NotBlank @Size(max = 256) String newPassword) {}

    /** @param sessions newest first */
    record OpenSessions(List<Sessions.Session> sessions) {}

    /** @param sessions that were ended */
    record Ended(int sessions) {}

    /** @param keys newest first */
    record Keys(List<ApiKeys.ApiKey> keys) {}

    /**
     * @param roles that limit it; what its account may do when there are none
     * @param expiresAt never when it is not given
     */
    record NewKey(
            @NotBlank @Size(max = 200) String name, @Nullable @Size(max = 4) List<@Size(max = 30) String> roles, @Nullable Instant expiresAt) {}
}
