package community.likeminds.agent.gateway.limits;

import community.likeminds.agent.gateway.limits.RateLimits.Count;
import community.likeminds.agent.gateway.routing.Route;
import community.likeminds.agent.gateway.routing.Routes;
import community.likeminds.agent.infrastructure.auth.CurrentIdentity;
import community.likeminds.agent.infrastructure.auth.Identity;
import community.likeminds.agent.infrastructure.web.FilterOrder;
import community.likeminds.agent.infrastructure.web.ProblemWriter;
import community.likeminds.agent.infrastructure.web.RouteGroup;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts what a caller asks for, by the group of the route. Whoever sits at the machine is not counted. */
final class RateLimitFilter extends OncePerRequestFilter implements Ordered {

    private final RateLimits limits;
    private final Supplier<RateLimitProperties> properties;
    private final Supplier<Routes> routes;

    RateLimitFilter(RateLimits limits, Supplier<RateLimitProperties> properties, Supplier<Routes> routes) {
        this.limits = limits;
        this.properties = properties;
        this.routes = routes;
    }

    @Override
    public int getOrder() {
        return FilterOrder.RATE_LIMIT;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Identity> caller = CurrentIdentity.get().filter(identity -> identity.kind() != Identity.Kind.LOCAL && identity.kind() != Identity.Kind.SYSTEM);
        Optional<Route> route = caller.isEmpty()
                ? Optional.empty()
                : routes.get().find(request.getMethod(), PathContainer.parsePath(request.getRequestURI()));
        if (route.isPresent()) {
            RouteGroup group = route.get().group();
            long limit = properties.get().of(group);
            if (limit > 0) {
                Count count = limits.count(caller.get().tenant(), group.name().toLowerCase(Locale.ROOT) + ":" + caller.get().id(), limit);
                tell(response, count);
                if (!count.allowed()) {
                    refuse(response, count, "You have sent more than " + limit + " requests of this kind within a minute.");
                    return;
                }
            }
        }
        chain.doFilter(request, response);
    }

    /** As draft-ietf-httpapi-ratelimit-headers-07 names them. */
    static void tell(HttpServletResponse response, Count count) {
        response.setHeader("RateLimit-Limit", Long.toString(count.limit()));
        response.setHeader("RateLimit-Remaining", Long.toString(count.remaining()));
        response.setHeader("RateLimit-Reset", Long.toString(count.resetSeconds()));
    }

    static void refuse(HttpServletResponse response, Count count, String fact) throws IOException {
        response.setHeader("Retry-After", Long.toString(count.retrySeconds()));
        ProblemWriter.write(
                response, HttpStatus.TOO_MANY_REQUESTS, "rate-limited", fact, "Send the request again after " + count.retrySeconds() + " s.");
    }
}
