package community.likeminds.agent.gateway.routing;

import community.likeminds.agent.infrastructure.auth.CurrentIdentity;
import community.likeminds.agent.infrastructure.auth.ServiceTokens;
import community.likeminds.agent.infrastructure.web.CallerAttributes;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.cloud.gateway.server.mvc.filter.RemoveHopByHopRequestHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * What a request says to the process behind: nothing that is meant for this connection only (RFC 9110, section 7.6.1), nothing that only
 * processes of the installation may say, who is calling, and from where.
 */
final class RequestHeaders implements RequestHttpHeadersFilter, Ordered {

    /** Names that only the gateway writes. */
    private static final String OURS = "x-likeminds-";

    private static final Set<String> NOT_PASSED = Set.of(
            "host", "content-length", "expect", "proxy-connection", "forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto",
            "x-forwarded-port", "x-forwarded-prefix", "x-forwarded-ssl", "x-real-ip", "x-original-url", "x-rewrite-url", "x-http-method-override");

    private static final Set<String> CREDENTIALS = Set.of("authorization", "cookie");

    private final ServiceTokens tokens;
    private final @Nullable Tracer tracer;
    private final @Nullable Propagator traces;

    /** Without a tracer the trace of whoever calls is passed on as it came. */
    RequestHeaders(ServiceTokens tokens, @Nullable Tracer tracer, @Nullable Propagator traces) {
        this.tokens = tokens;
        this.tracer = tracer;
        this.traces = traces;
    }

    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    public HttpHeaders apply(HttpHeaders headers, ServerRequest request) {
        Set<String> left = new HashSet<>(NOT_PASSED);
        left.addAll(RemoveHopByHopRequestHeadersFilter.HEADERS_REMOVED_ON_REQUEST);
        for (String named : headers.getConnection()) {
            left.add(named.toLowerCase(Locale.ROOT));
        }
        var caller = CurrentIdentity.get();
        if (caller.isPresent()) {
            // Who is known is told by a token for this one call; what they signed in with is nobody else's business.
            left.addAll(CREDENTIALS);
        }
        HttpHeaders passed = new HttpHeaders();
        headers.forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!left.contains(lower) && !lower.startsWith(OURS)) {
                passed.put(name, List.copyOf(values));
            }
        });
        String role = RoleRouter.chosen(request).role();
        passed.set(ServiceTokens.HEADER, caller.map(identity -> tokens.mint(identity, role)).orElseGet(() -> tokens.vouch(role)));
        passed.set("X-Forwarded-For", request.servletRequest().getRemoteAddr());
        passed.set("X-Forwarded-Proto", request.servletRequest().getScheme());
        if (request.servletRequest().getAttribute(CallerAttributes.REQUEST_ID) instanceof String id) {
            passed.set(CallerAttributes.REQUEST_ID, id);
        }
        trace(passed);
        return passed;
    }

    /** What the process behind does belongs to this request, which belongs to whatever the caller does. */
    private void trace(HttpHeaders passed) {
        TraceContext here = tracer == null ? null : tracer.currentTraceContext().context();
        if (here != null && traces != null) {
            traces.inject(here, passed, (carrier, name, value) -> passed.set(name, value));
        }
    }
}
