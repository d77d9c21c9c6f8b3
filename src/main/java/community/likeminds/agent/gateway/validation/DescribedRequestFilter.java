package community.likeminds.agent.gateway.validation;

import com.networknt.schema.Schema;
import community.likeminds.agent.gateway.validation.DescribedOperations.Found;
import community.likeminds.agent.gateway.validation.JsonShape.Fault;
import community.likeminds.agent.infrastructure.web.FilterOrder;
import community.likeminds.agent.infrastructure.web.ProblemWriter;
import community.likeminds.agent.infrastructure.web.RepeatableBody;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Refuses requests that are not what the published description says, before they travel. Bodies that are malformed, ambiguous or made to keep
 * their reader busy are refused by their tokens, before anything is built of them.
 */
final class DescribedRequestFilter extends OncePerRequestFilter implements Ordered {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Supplier<DescribedOperations> operations;
    private final JsonShape shape;

    DescribedRequestFilter(Supplier<DescribedOperations> operations, JsonShape shape) {
        this.operations = operations;
        this.shape = shape;
    }

    @Override
    public int getOrder() {
        return FilterOrder.VALIDATION;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Found> found = request.getRequestURI().startsWith("/api/")
                ? operations.get().find(request.getMethod(), request.getRequestURI())
                : Optional.empty();
        if (found.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        DescribedOperation operation = found.get().operation();
        List<Map<String, String>> faults = parameters(request, operation, found.get().variables());
        if (operation.bodies().isEmpty()) {
            answer(request, response, chain, faults);
            return;
        }
        String type = mediaType(request.getContentType());
        Schema schema = operation.body(type);
        if (schema == null) {
            unsupported(response, operation, type);
            return;
        }
        if (!type.endsWith("json")) {
            // Its own reader looks at it; its size is limited already.
            answer(request, response, chain, faults);
            return;
        }
        Optional<RepeatableBody> body = RepeatableBody.read(request, response);
        if (body.isEmpty()) {
            return;
        }
        Optional<Fault> broken = shape.check(body.get().bytes());
        if (broken.isPresent()) {
            refuse(response, broken.get().code(), broken.get().fact(), List.of(Faults.fault(broken.get().pointer(), broken.get().code(), broken.get().fact())));
            return;
        }
        List<Map<String, String>> all = new ArrayList<>(faults);
        all.addAll(Faults.of(schema.validate(JSON.readTree(body.get().bytes())), ""));
        answer(body.get(), response, chain, all);
    }

    private static List<Map<String, String>> parameters(HttpServletRequest request, DescribedOperation operation, Map<String, String> variables) {
        try {
            return Faults.of(operation.parameters().get().validate(ParameterValues.of(request, operation, variables)), "");
        } catch (IllegalArgumentException undecodable) {
            return List.of(Faults.fault("/query", Faults.INVALID, "cannot be decoded"));
        }
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, FilterChain chain, List<Map<String, String>> faults)
            throws ServletException, IOException {
        if (faults.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Optional<String> unknown = faults.stream().filter(fault -> Faults.UNKNOWN.equals(fault.get("code"))).map(fault -> String.valueOf(fault.get("pointer"))).findFirst();
        if (unknown.isPresent()) {
            refuse(response, Faults.UNKNOWN, "The request has a field '" + unknown.get().substring(unknown.get().lastIndexOf('/') + 1) + "', which nothing reads.", faults);
        } else {
            refuse(
                    response, "request-invalid",
                    "The request has " + faults.size() + (faults.size() == 1 ? " field" : " fields") + " with a wrong value.", faults);
        }
    }

    private static void refuse(HttpServletResponse response, String code, String fact, List<Map<String, String>> faults) throws IOException {
        ProblemWriter.write(
                response, HttpStatus.BAD_REQUEST, code, fact, "Correct what 'errors' names; the description at /api/v1/openapi says what is expected.",
                Map.of("errors", faults));
    }

    private static void unsupported(HttpServletResponse response, DescribedOperation operation, String type) throws IOException {
        String taken = String.join(" or ", operation.bodies().keySet());
        response.setHeader("Accept", String.join(", ", operation.bodies().keySet()));
        ProblemWriter.write(
                response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "media-type-unsupported",
                (type.isEmpty() ? "The request does not say of which type its body is" : "The operation takes no " + type) + "; it takes " + taken + ".",
                "Send the header Content-Type: " + taken + ".");
    }

    /** Without parameters; empty when there is none that can be read. */
    private static String mediaType(@Nullable String type) {
        if (type == null) {
            return "";
        }
        try {
            MediaType media = MediaType.parseMediaType(type);
            return media.getType() + "/" + media.getSubtype();
        } catch (InvalidMediaTypeException unreadable) {
            return "";
        }
    }
}
