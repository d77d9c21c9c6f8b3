package community.likeminds.agent.gateway;

import community.likeminds.agent.infrastructure.web.FilterOrder;
import community.likeminds.agent.infrastructure.web.ProblemWriter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Decides what comes in at all, and says to browsers what answers may be used for. The server edits files, so a web page that somebody happens
 * to look at must not reach it: neither across origins nor by a host name that was rebound to the server's address.
 */
final class EntryFilter extends OncePerRequestFilter implements Ordered {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]", "0:0:0:0:0:0:0:1");

    /** Pages of this server bring everything that they need along. */
    private static final String CONTENT_SECURITY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
            + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Set<String> hosts;
    private final List<String> origins;
    private final ClientAddress addresses;
    private final DefaultCorsProcessor cors = new DefaultCorsProcessor();
    private final CorsConfiguration allowed = new CorsConfiguration();

    EntryFilter(GatewayProperties properties) {
        hosts = Set.copyOf(properties.hosts());
        origins = properties.origins();
        addresses = new ClientAddress(properties.trustedProxies());
        allowed.setAllowedOrigins(origins);
        allowed.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        allowed.setAllowedHeaders(List.of("Authorization", "Content-Type", "Accept", "Idempotency-Key", "If-None-Match", "Last-Event-ID", "X-Request-Id"));
        allowed.setExposedHeaders(
                List.of("ETag", "Location", "Retry-After", "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset", "X-Request-Id", "X-Trace-Id"));
        allowed.setMaxAge(Duration.ofMinutes(10));
    }

    @Override
    public int getOrder() {
        return FilterOrder.ENTRY;
    }

    /** What the server refuses before any filter has seen it gets the headers for browsers, too. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        secure(request, response);
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            chain.doFilter(request, response);
            return;
        }
        if (!known(request)) {
            ProblemWriter.write(
                    response,
                    HttpStatus.FORBIDDEN,
                    "host-not-local",
                    "The host '" + request.getServerName() + "' is not a name of this server.",
                    "Call the server by 127.0.0.1 or localhost, or add the name to likeminds.gateway.hosts.");
            return;
        }
        Optional<Ambiguities.Found> ambiguous = Ambiguities.of(request);
        if (ambiguous.isPresent()) {
            ProblemWriter.write(response, HttpStatus.BAD_REQUEST, ambiguous.get().code(), ambiguous.get().fact(), ambiguous.get().remedy());
            return;
        }
        String origin = request.getHeader("Origin");
        if (origin != null && origins.contains(origin)) {
            if (!cors.processRequest(allowed, request, response) || CorsUtils.isPreFlightRequest(request)) {
                return;
            }
        } else if (!sameOrigin(request, origin)) {
            ProblemWriter.write(
                    response,
                    HttpStatus.FORBIDDEN,
                    "origin-foreign",
                    "The request comes from a page of another origin.",
                    "Call the server from its own pages or from a program, or add the origin to likeminds.gateway.origins.");
            return;
        }
        chain.doFilter(addresses.of(request), response);
    }

    private static void secure(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY);
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }

    private boolean known(HttpServletRequest request) {
        String name = request.getServerName().toLowerCase(Locale.ROOT);
        // Processes call each other, and probes call them, by addresses; the first show a token, the second see nothing.
        return LOOPBACK.contains(name) || hosts.contains(name) || hosts.contains("*")
                || request.getRequestURI().startsWith("/internal/") || request.getRequestURI().startsWith("/actuator/health");
    }

    private boolean sameOrigin(HttpServletRequest request, @Nullable String origin) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            // A link that a person follows to the pages of the API is harmless; everything else is not.
            boolean followedLink = "GET".equals(request.getMethod()) && "navigate".equals(request.getHeader("Sec-Fetch-Mode"));
            if (!followedLink) {
                return false;
            }
        }
        if (origin == null) {
            return true;
        }
        try {
            URI from = URI.create(origin);
            String host = from.getHost();
            if (host == null) {
                return false;
            }
            boolean samePlace = LOOPBACK.contains(host) && LOOPBACK.contains(request.getServerName()) || host.equalsIgnoreCase(request.getServerName());
            return samePlace && port(from) == request.getServerPort();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static int port(URI origin) {
        return origin.getPort() >= 0 ? origin.getPort() : "https".equals(origin.getScheme()) ? 443 : 80;
    }
}
