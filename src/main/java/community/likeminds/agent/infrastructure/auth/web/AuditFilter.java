package community.likeminds.agent.infrastructure.auth.web;

import community.likeminds.agent.infrastructure.auth.AuditLog;
import community.likeminds.agent.infrastructure.auth.Identity;
import community.likeminds.agent.infrastructure.auth.Permission;
import community.likeminds.agent.infrastructure.web.CallerAttributes;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** Writes down every request that changes something, or was meant to, in one place for all routes. Bodies are not written down. */
final class AuditFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(AuditFilter.class);

    /** Looking at something is not a deed, whatever method it is done with. */
    private static final Set<Permission> LOOKING = EnumSet.of(
            Permission.DOCUMENTATION_READ,
            Permission.PROJECTS_READ,
            Permission.ANALYTICS_READ,
            Permission.TASKS_READ,
            Permission.METRICS_READ);

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final AuditLog log;

    AuditFilter(AuditLog log) {
        this.log = log;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean ended = false;
        try {
            chain.doFilter(request, response);
            ended = true;
        } finally {
            if (!SAFE.contains(request.getMethod())
                    && request.getAttribute(CallerAttributes.IDENTITY) instanceof Identity caller
                    && request.getAttribute(RoutePermissions.NEEDED) instanceof Permission needed
                    && !LOOKING.contains(needed)) {
                record(request, caller, ended ? response.getStatus() : 500);
            }
        }
    }

    private void record(HttpServletRequest request, Identity caller, int status) {
        String pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        try {
            log.record(new AuditLog.Deed(
                    caller.tenant(),
                    AuditLog.Actor.of(caller),
                    request.getMethod() + " " + pattern,
                    request.getRequestURI(),
                    status < 400 ? AuditLog.DONE : "status " + status));
        } catch (DataAccessException failure) {
            // The deed is done and answered; what is left is to say it where operators look.
            LOG.error("The audit log cannot be written: {} {} by {}.", request.getMethod(), pattern, caller.id(), failure);
        }
    }
}
