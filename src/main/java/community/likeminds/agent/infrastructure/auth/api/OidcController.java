package community.likeminds.agent.infrastructure.auth.api;

import community.likeminds.agent.infrastructure.auth.PublicRoute;
import community.likeminds.agent.infrastructure.auth.oidc.OidcSignIn;
import community.likeminds.agent.shared.AgentException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.WebUtils;

/** Signing in with a browser at a provider. The only cookie of the server ties the answer to the browser that asked; it is no session. */
@RestController
@RequestMapping("/api/v1/auth/oidc")
@Tag(name = "Sign-in")
@PublicRoute("Only whoever the provider vouches for gets tokens.")
class OidcController {

    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final ObjectProvider<OidcSignIn> signIns;

    OidcController(ObjectProvider<OidcSignIn> signIns) {
        this.signIns = signIns;
    }

    @GetMapping
    @ResponseStatus(HttpStatus.FOUND)
    @Operation(summary = "Go to the provider to sign in; for browsers")
    ResponseEntity<Void> begin() {
        OidcSignIn signIn = configured();
        OidcSignIn.Begun begun = signIn.begin();
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(begun.location())
                .header(HttpHeaders.SET_COOKIE, cookie(signIn, begun.browser(), LIFETIME))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GetMapping("/callback")
    @Operation(summary = "Tokens for whoever comes back from the provider")
    ResponseEntity<SignInController.TokenAnswer> end(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(name = "iss", defaultValue = "") String issuer,
            @RequestParam(defaultValue = "") String error,
            HttpServletRequest request,
            HttpServletResponse response) {
        OidcSignIn signIn = configured();
        String browser = Optional.ofNullable(WebUtils.getCookie(request, name(signIn))).map(cookie -> cookie.getValue()).orElse("");
        // Also when it is refused: there is no second try with it.
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(signIn, "", Duration.ZERO));
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(SignInController.TokenAnswer.of(signIn.end(new OidcSignIn.Callback(code, state, issuer, error), browser)));
    }

    private OidcSignIn configured() {
        return signIns.stream()
                .findFirst()
                .orElseThrow(() -> AgentException.notFound(
                        "oidc-off",
                        "This server has no provider to sign in with.",
                        "Sign in with e-mail address and password, or set likeminds.auth.oidc.issuer."));
    }

    /** Browsers take the prefix only from the server itself and over https. */
    private static String name(OidcSignIn signIn) {
        return signIn.encrypted() ? "__Host-likeminds-oidc" : "likeminds-oidc";
    }

    /** Lax, because the provider's page leads back here. */
    private static String cookie(OidcSignIn signIn, String value, Duration lifetime) {
        return ResponseCookie.from(name(signIn), value)
                .httpOnly(true)
                .secure(signIn.encrypted())
                .sameSite("Lax")
                .path("/")
                .maxAge(lifetime)
                .build()
                .toString();
    }
}
