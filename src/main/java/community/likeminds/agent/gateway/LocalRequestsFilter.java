package community.likeminds.agent.gateway;

import community.likeminds.agent.infrastructure.web.FilterOrder;
import community.likeminds.agent.infrastructure.web.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets only requests of this machine's own clients in. The server edits files, so a web page that somebody happens to look at must
 * not reach it: neither across origins nor by a host name that was rebound to the loopback address.
 */
final class LocalRequestsFilter extends OncePerRequestFilter implements Ordered {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]", "0:0:0:0:0:0:0:1");

    @Override
    public int getOrder() {
        return FilterOrder.ENTRY;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!LOOPBACK.contains(request.getServerName())) {
            ProblemWriter.write(
                    response,
                    HttpStatus.FORBIDDEN,
                    "host-not-local",
                    "The host '" + request.getServerName() + "' is not this machine.",
                    "Call the server by 127.0.0.1 or localhost.");
        } else if (!sameOrigin(request)) {
            ProblemWriter.write(
                    response,
                    HttpStatus.FORBIDDEN,
                    "origin-foreign",
                    "The request comes from a page of another origin.",
                    "Call the server from its own pages or from a program.");
        } else {
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("X-Frame-Options", "DENY");
            response.setHeader("Cache-Control", "no-store");
            chain.doFilter(request, response);
        }
    }

    private static boolean sameOrigin(HttpServletRequest request) {
        @Nullable String site = request.getHeader("Sec-Fetch-Site");
        @Nullable String origin = request.getHeader("Origin");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            // A link that a person follows to the pages of the API is harmless; everything else is not.
            boolean followedLink = "GET".equals(request.getMethod())
                    && "navigate".equals(request.getHeader("Sec-Fetch-Mode"));
            if (!followedLink) {
                return false;
            }
        }
        if (origin == null) {
            return true;
        }
        try {
            URI from = URI.create(origin);
            return from.getHost() != null
                    && LOOPBACK.contains(from.getHost())
                    && from.getPort() == request.getServerPort();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
