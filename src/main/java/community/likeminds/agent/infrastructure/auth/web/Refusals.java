package community.likeminds.agent.infrastructure.auth.web;

import community.likeminds.agent.infrastructure.web.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Says as problem details why somebody is not let in. */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        ProblemWriter.write(
                response,
                HttpStatus.UNAUTHORIZED,
                "sign-in-needed",
                "Nobody is signed in.",
                "Send 'Authorization: Bearer' with an access token (POST /api/v1/auth/tokens) or an API key (likeminds keys create).");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        boolean named = reason instanceof AuthorizationDeniedException denied
                && denied.getAuthorizationResult() instanceof RoutePermissions.MissingPermission;
        String permission = named
                ? ((RoutePermissions.MissingPermission) ((AuthorizationDeniedException) reason).getAuthorizationResult())
                        .permission()
                        .text()
                : "";
        ProblemWriter.write(
                response,
                HttpStatus.FORBIDDEN,
                "permission-missing",
                named ? "The caller lacks the permission '" + permission + "'." : "The caller may not use this route.",
                "Ask an admin of the organisation for a role that has it.");
    }
}
