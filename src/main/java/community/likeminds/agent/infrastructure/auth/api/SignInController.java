package community.likeminds.agent.infrastructure.auth.api;

import community.likeminds.agent.infrastructure.auth.Account;
import community.likeminds.agent.infrastructure.auth.Invitations;
import community.likeminds.agent.infrastructure.auth.PublicRoute;
import community.likeminds.agent.infrastructure.auth.Sessions;
import community.likeminds.agent.infrastructure.auth.sessions.SigningKeys;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Getting, renewing and giving back tokens. */
@RestController
@RequestMapping("/api/v1/auth")
@Tag(name = "Sign-in")
@PublicRoute("Whoever calls it proves by the body who they are.")
class SignInController {

    private final Sessions sessions;
    private final Invitations invitations;
    private final SigningKeys keys;

    SignInController(Sessions sessions, Invitations invitations, SigningKeys keys) {
        this.sessions = sessions;
        this.invitations = invitations;
        this.keys = keys;
    }

    @PostMapping("/tokens")
    @Operation(summary = "Sign in with e-mail address and password")
    TokenAnswer signIn(@Valid @RequestBody SignIn body) {
        return TokenAnswer.of(sessions.signIn(
                body.email(), body.password(), body.organisation() == null ? "" : body.organisation()));
    }

    @PostMapping("/tokens/refresh")
    @Operation(summary = "New tokens for a refresh token, which works once")
    TokenAnswer refresh(@Valid @RequestBody Refresh body) {
        return TokenAnswer.of(sessions.refresh(body.refreshToken()));
    }

    @PostMapping("/sign-out")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End the session of a refresh token")
    void signOut(@Valid @RequestBody Refresh body) {
        sessions.end(body.refreshToken());
    }

    @PostMapping("/invitations/accept")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Become a member by an invitation; whoever is known already gives their password")
    Account accept(@Valid @RequestBody Acceptance body) {
        return invitations.accept(new Invitations.Acceptance(
                body.invitation(),
                body.email() == null ? "" : body.email(),
                body.name() == null ? "" : body.name(),
                body.password()));
    }

    @GetMapping("/keys")
    @Operation(summary = "Public keys that access tokens are verified with (a JWK Set)")
    Map<String, Object> keys() {
        return keys.published().toJSONObject(true);
    }

    /** @param organisation only needed by members of several */
    record SignIn(
            @NotBlank @Size(max = 320) String email,
            @NotBlank @Size(max = 256) String password,
            @Nullable @Size(max = 64) String organisation) {}

    /** @param refreshToken as it was given */
    record Refresh(@NotBlank @Size(max = 100) String refreshToken) {}

    /**
     * @param invitation its secret
     * @param email only when the invitation does not say it
     */
    record Acceptance(
            @NotBlank @Size(max = 100) String invitation,
            @Nullable @Size(max = 320) String email,
            @Nullable @Size(max = 200) String name,
            @NotBlank @Size(max = 256) String password) {}

    /** As OAuth 2.0 names them (RFC 6749, section 5.1, in this product's spelling). */
    record TokenAnswer(String tokenType, String accessToken, Instant expiresAt, String refreshToken, String organisation) {

        static TokenAnswer of(Sessions.Tokens tokens) {
            return new TokenAnswer(
                    "Bearer", tokens.accessToken(), tokens.expiresAt(), tokens.refreshToken(), tokens.tenant().value());
        }
    }
}
