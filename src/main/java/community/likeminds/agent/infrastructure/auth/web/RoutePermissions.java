package community.likeminds.agent.infrastructure.auth.web;

import community.likeminds.agent.infrastructure.auth.Permission;
import community.likeminds.agent.infrastructure.auth.ProjectGrants;
import community.likeminds.agent.infrastructure.auth.PublicRoute;
import community.likeminds.agent.infrastructure.auth.Requires;
import community.likeminds.agent.infrastructure.auth.RouteAccess;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/**
 * The one place where it is decided whether a caller may use a route. Routes say what they need with {@link Requires} or {@link PublicRoute};
 * paths that are none of this product's own routes are in a table below; everything else needs somebody who is signed in.
 */
final class RoutePermissions implements AuthorizationManager<HttpServletRequest> {

    /** Name of the request's attribute with the permission that its route needs. */
    static final String NEEDED = "likeminds.route.permission";

    private static final Logger LOG = LoggerFactory.getLogger(RoutePermissions.class);

    /** Who may use a path that no route of ours serves. */
    private enum Access {
        ANYBODY,
        METRICS,
        OPERATORS,
        SERVICES
    }

    private record Rule(String prefix, Access access) {}

    /** The first that fits. A prefix stands for itself and for what is below it. */
    private static final List<Rule> RULES = List.of(
            new Rule("/internal", Access.SERVICES),
            new Rule("/actuator/health", Access.ANYBODY),
            new Rule("/actuator/prometheus", Access.METRICS),
            new Rule("/actuator", Access.OPERATORS),
            // The page to try the interface; it shows nobody's data.
            new Rule("/api/v1/docs", Access.ANYBODY),
            new Rule("/error", Access.ANYBODY));

    private static final String OWN = "community.likeminds.";

    private final Routes routes;
    private final ProjectGrants grants;

    RoutePermissions(Routes routes, ProjectGrants grants) {
        this.routes = routes;
        this.grants = grants;
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication, HttpServletRequest request) {
        @Nullable CallerAuthentication caller = authentication.get() instanceof CallerAuthentication found ? found : null;
        @Nullable HandlerMethod route = routes.of(request);
        if (route != null && route.getBeanType().getName().startsWith(OWN)) {
            return own(route, caller, request);
        }
        return byPath(request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo()), caller);
    }

    private AuthorizationResult own(HandlerMethod route, @Nullable CallerAuthentication caller, HttpServletRequest request) {
        String path = request.getRequestURI();
        if (below("/internal", path)) {
            return new AuthorizationDecision(caller != null && caller.service());
        }
        RouteAccess access = RouteAccess.of(route.getMethod(), route.getBeanType());
        if (access.open()) {
            return new AuthorizationDecision(true);
        }
        @Nullable Requires needed = access.needed().orElse(null);
        if (needed == null) {
            LOG.error("The route {} says neither what it needs nor that it is public; nobody may use it.", route);
            return new AuthorizationDecision(false);
        }
        request.setAttribute(NEEDED, needed.value());
        if (caller == null) {
            return new MissingPermission(needed.value());
        }
        boolean may = caller.identity().may(needed.value())
                || !needed.project().isEmpty() && grants.permits(caller.identity(), project(request, needed.project()), needed.value());
        return may ? new AuthorizationDecision(true) : new MissingPermission(needed.value());
    }

    private static AuthorizationResult byPath(String path, @Nullable CallerAuthentication caller) {
        for (Rule rule : RULES) {
            if (below(rule.prefix(), path)) {
                return switch (rule.access()) {
                    case ANYBODY -> new AuthorizationDecision(true);
                    case METRICS -> permission(caller, Permission.METRICS_READ);
                    case OPERATORS -> permission(caller, Permission.SYSTEM_OPERATE);
                    case SERVICES -> new AuthorizationDecision(caller != null && caller.service());
                };
            }
        }
        return new AuthorizationDecision(caller != null);
    }

    private static AuthorizationResult permission(@Nullable CallerAuthentication caller, Permission permission) {
        return caller != null && caller.identity().may(permission)
                ? new AuthorizationDecision(true)
                : new MissingPermission(permission);
    }

    private static boolean below(String prefix, String path) {
        return path.startsWith(prefix) && (path.length() == prefix.length() || "/.".indexOf(path.charAt(prefix.length())) >= 0);
    }

    private static String project(HttpServletRequest request, String variable) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables instanceof Map<?, ?> map && map.get(variable) instanceof String id ? id : "";
    }

    /** Which permission the caller lacks. */
    static final class MissingPermission extends AuthorizationDecision {

        private static final long serialVersionUID = 1L;

        private final Permission permission;

        MissingPermission(Permission permission) {
            super(false);
            this.permission = permission;
        }

        Permission permission() {
            return permission;
        }
    }
}
