package community.likeminds.agent.infrastructure.web;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every request an id, in its answer and in what is logged, so that a person who reports an error can be helped. */
final class RequestIdFilter extends OncePerRequestFilter implements Ordered {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    private final @Nullable Tracer tracer;

    /** @param tracer null when nothing is traced */
    RequestIdFilter(@Nullable Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public int getOrder() {
        return FilterOrder.REQUEST_ID;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String sent = request.getHeader(CallerAttributes.REQUEST_ID);
        String id = sent != null && ID.matcher(sent).matches() ? sent : UUID.randomUUID().toString();
        request.setAttribute(CallerAttributes.REQUEST_ID, id);
        response.setHeader(CallerAttributes.REQUEST_ID, id);
        Span span = tracer == null ? null : tracer.currentSpan();
        if (span != null) {
            response.setHeader("X-Trace-Id", span.context().traceId());
        }
        try (MDC.MDCCloseable scope = MDC.putCloseable("requestId", id)) {
            chain.doFilter(request, response);
        }
    }
}
