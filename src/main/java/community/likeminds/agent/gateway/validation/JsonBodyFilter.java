package community.likeminds.agent.gateway.validation;

import community.likeminds.agent.gateway.validation.JsonShape.Fault;
import community.likeminds.agent.infrastructure.web.FilterOrder;
import community.likeminds.agent.infrastructure.web.ProblemWriter;
import community.likeminds.agent.infrastructure.web.RepeatableBody;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses JSON that is malformed, ambiguous or made to keep its reader busy, before anybody else has to read it. */
final class JsonBodyFilter extends OncePerRequestFilter implements Ordered {

    private final JsonShape shape;

    JsonBodyFilter(JsonShape shape) {
        this.shape = shape;
    }

    @Override
    public int getOrder() {
        return FilterOrder.VALIDATION;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!request.getRequestURI().startsWith("/api/") || !json(request.getContentType())) {
            chain.doFilter(request, response);
            return;
        }
        Optional<RepeatableBody> read = RepeatableBody.read(request, response);
        if (read.isEmpty()) {
            return;
        }
        Optional<Fault> fault = read.get().bytes().length == 0 ? Optional.empty() : shape.check(read.get().bytes());
        if (fault.isPresent()) {
            ProblemWriter.write(
                    response,
                    HttpStatus.BAD_REQUEST,
                    fault.get().code(),
                    fault.get().fact(),
                    "See the API description for its fields.",
                    Map.of("errors", List.of(Map.of("pointer", fault.get().pointer(), "message", fault.get().fact()))));
            return;
        }
        chain.doFilter(read.get(), response);
    }

    private static boolean json(@org.jspecify.annotations.Nullable String type) {
        if (type == null) {
            return false;
        }
        try {
            MediaType media = MediaType.parseMediaType(type);
            return media.getSubtype().equals("json") || media.getSubtype().endsWith("+json");
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }
}
