package community.likeminds.agent.infrastructure.web;

import community.likeminds.agent.shared.AgentException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem from a filter, where no controller advice works yet. */
public final class ProblemWriter {

    private static final JsonMapper JSON = new JsonMapper();

    private ProblemWriter() {}

    /** As a controller would have answered; see {@link #status}. */
    public static void write(HttpServletResponse response, AgentException error) throws IOException {
        write(response, status(error.kind()), error.code(), error.fact(), error.remedy());
    }

    /**
     * @param code stable, for programs
     * @param fact what is wrong, a full sentence
     * @param remedy what to do, a full sentence
     */
    public static void write(HttpServletResponse response, HttpStatus status, String code, String fact, String remedy)
            throws IOException {
        write(response, status, code, fact, remedy, Map.of());
    }

    /** @param more fields beyond the usual ones, for example {@code errors} */
    public static void write(HttpServletResponse response, HttpStatus status, String code, String fact, String remedy, Map<String, ?> more)
            throws IOException {
        Map<String, Object> problem = fields(status, code, fact, remedy);
        problem.putAll(more);
        byte[] body = JSON.writeValueAsBytes(problem);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** What a problem says, in its order. */
    static Map<String, Object> fields(HttpStatus status, String code, String fact, String remedy) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "urn:likeminds:problem:" + code);
        problem.put("title", status.getReasonPhrase());
        problem.put("status", status.value());
        problem.put("detail", fact);
        problem.put("code", code);
        problem.put("remedy", remedy);
        return problem;
    }

    /** The status with which an error of a kind is told. */
    public static HttpStatus status(AgentException.Kind kind) {
        return switch (kind) {
            case BAD_INPUT -> HttpStatus.BAD_REQUEST;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case REFUSED -> HttpStatus.UNPROCESSABLE_CONTENT;
            case CONFLICT -> HttpStatus.CONFLICT;
            case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
            case INTERNAL -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }
}
