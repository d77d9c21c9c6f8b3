package community.likeminds.agent.infrastructure.auth.api;

import community.likeminds.agent.infrastructure.auth.Invitations;
import community.likeminds.agent.infrastructure.auth.PublicRoute;
import community.likeminds.agent.shared.AgentException;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The page behind the link of an invitation, the first admin's above all: a form and nothing else, without a script. */
@RestController
@Hidden
@PublicRoute("Only whoever has the secret of an invitation gets anything done.")
class SetupController {

    private final Invitations invitations;

    SetupController(Invitations invitations) {
        this.invitations = invitations;
    }

    @GetMapping(path = "/setup", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> form(@RequestParam(defaultValue = "") String invitation) {
        return invitations
                .look(invitation)
                .map(offer -> page(HttpStatus.OK, form(invitation, offer, "", "", "")))
                .orElseGet(() -> page(
                        HttpStatus.NOT_FOUND,
                        "<h1>This link does not work any more</h1><p>It was used already, or has expired. Ask an admin for a new one,"
                                + " or run <code>likeminds users invite</code> on the machine of the server.</p>"));
    }

    @PostMapping(path = "/setup", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE, produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> accept(
            @RequestParam String invitation,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String name,
            @RequestParam String password) {
        try {
            invitations.accept(new Invitations.Acceptance(invitation, email, name, password));
            return page(
                    HttpStatus.CREATED,
                    "<h1>You are a member now</h1><p>Sign in with <code>POST /api/v1/auth/tokens</code>, or make an API key.</p>");
        } catch (AgentException refused) {
            String message = refused.fact() + " " + refused.remedy();
            return invitations
                    .look(invitation)
                    .map(offer -> page(HttpStatus.BAD_REQUEST, form(invitation, offer, email, name, message)))
                    .orElseGet(() -> page(HttpStatus.NOT_FOUND, "<h1>This link does not work any more</h1><p>" + HtmlUtils.htmlEscape(message) + "</p>"));
        }
    }

    private static String form(String invitation, Invitations.Offer offer, String email, String name, String message) {
        String address = offer.email().isEmpty()
                ? "<label>E-mail address<input type=\"email\" name=\"email\" required maxlength=\"320\" value=\"" + HtmlUtils.htmlEscape(email)
                        + "\"></label>"
                : "<p>" + HtmlUtils.htmlEscape(offer.email()) + "</p>";
        return "<h1>Join " + HtmlUtils.htmlEscape(offer.organisation()) + "</h1>"
                + (message.isEmpty() ? "" : "<p role=\"alert\">" + HtmlUtils.htmlEscape(message) + "</p>")
                + "<form method=\"post\" action=\"/setup\"><input type=\"hidden\" name=\"invitation\" value=\""
                + HtmlUtils.htmlEscape(invitation) + "\">" + address
                + "<label>Name<input name=\"name\" required maxlength=\"200\" autocomplete=\"name\" value=\"" + HtmlUtils.htmlEscape(name) + "\"></label>"
                + "<label>Password, at least 12 characters (whoever has an account here: its password)"
                + "<input type=\"password\" name=\"password\" required minlength=\"12\" maxlength=\"256\" autocomplete=\"new-password\"></label>"
                + "<button>Join</button></form>";
    }

    private static ResponseEntity<String> page(HttpStatus status, String body) {
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'")
                // The secret in the address must not go on to other sites.
                .header("Referrer-Policy", "no-referrer")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
                        + "<title>LikeMinds Integration Agent</title><style>body{font:1rem/1.5 system-ui;max-width:26rem;margin:4rem auto;padding:0 1rem}"
                        + "label,input,button{display:block;width:100%;box-sizing:border-box}input,button{font:inherit;padding:.5rem;margin:.25rem 0 1rem}"
                        + "[role=alert]{color:#a00}</style><body>"
                        + body);
    }
}
