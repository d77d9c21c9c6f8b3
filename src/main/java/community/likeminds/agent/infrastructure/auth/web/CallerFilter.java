package community.likeminds.agent.infrastructure.auth.web;

import community.likeminds.agent.infrastructure.auth.CallerResolver;
import community.likeminds.agent.infrastructure.auth.CurrentIdentity;
import community.likeminds.agent.infrastructure.auth.CurrentOrigin;
import community.likeminds.agent.infrastructure.auth.Identity;
import community.likeminds.agent.infrastructure.auth.ServedRoles;
import community.likeminds.agent.infrastructure.auth.ServiceTokens;
import community.likeminds.agent.infrastructure.web.CallerAttributes;
import community.likeminds.agent.infrastructure.web.ProblemWriter;
import community.likeminds.agent.shared.AgentException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who is calling: another process of the installation on somebody's behalf, somebody with an access token or an API key, or, where
 * nobody has to sign in, whoever sits at the machine. A credential that is shown and not valid is refused, also on public routes.
 */
final class CallerFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final ServiceTokens serviceTokens;
    private final ServedRoles roles;
    private final CallerResolver callers;
    private final boolean local;

    /** @param local whether everybody who reaches the server is the admin of the default organisation */
    CallerFilter(ServiceTokens serviceTokens, ServedRoles roles, CallerResolver callers, boolean local) {
        this.serviceTokens = serviceTokens;
        this.roles = roles;
        this.callers = callers;
        this.local = local;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        @Nullable String token = request.getHeader(ServiceTokens.HEADER);
        ServiceTokens.@Nullable Sender sender;
        try {
            sender = token == null ? null : serviceTokens.sender(token, roles.names());
        } catch (AgentException refused) {
            refuse(response, refused);
            return;
        }
        try (CurrentOrigin.Scope _ = CurrentOrigin.enter(sender == null ? request.getRemoteAddr() : sender.origin())) {
            @Nullable CallerAuthentication caller;
            try {
                caller = sender != null && sender.identity() != null
                        ? new CallerAuthentication(sender.identity(), true)
                        : caller(request);
            } catch (AgentException refused) {
                refuse(response, refused);
                return;
            }
            if (caller == null) {
                chain.doFilter(request, response);
                return;
            }
            Identity identity = caller.identity();
            request.setAttribute(CallerAttributes.TENANT, identity.tenant());
            request.setAttribute(CallerAttributes.IDENTITY, identity);
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(caller);
            SecurityContextHolder.setContext(context);
            try (CurrentIdentity.Scope _ = CurrentIdentity.enter(identity)) {
                chain.doFilter(request, response);
            } finally {
                SecurityContextHolder.clearContext();
            }
        }
    }

    private static void refuse(HttpServletResponse response, AgentException refused) throws IOException {
        if (refused.kind() == AgentException.Kind.UNAUTHENTICATED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
        }
        ProblemWriter.write(response, refused);
    }

    /** Null where nobody has signed in and has to. */
    private @Nullable CallerAuthentication caller(HttpServletRequest request) {
        @Nullable String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null) {
            if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
                throw new AgentException(
                        AgentException.Kind.UNAUTHENTICATED,
                        "credential-unsupported",
                        "The request's Authorization header is of a kind that this server does not know.",
                        "Send 'Authorization: Bearer' with an access token or an API key.");
            }
            return new CallerAuthentication(callers.resolve(authorization.substring(SCHEME.length()).strip()), false);
        }
        return local ? new CallerAuthentication(Identity.local(), false) : null;
    }
}
