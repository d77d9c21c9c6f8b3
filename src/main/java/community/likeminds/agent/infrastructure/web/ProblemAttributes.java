package community.likeminds.agent.infrastructure.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.WebRequest;

/** Errors that the server meets before or after every filter and controller, told in the words of a problem. */
final class ProblemAttributes extends DefaultErrorAttributes {

    @Override
    public Map<String, @Nullable Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        @Nullable Object raised = super.getErrorAttributes(request, options).get("status");
        HttpStatus status = raised instanceof Integer number ? HttpStatus.resolve(number) : null;
        Map<String, @Nullable Object> problem = new LinkedHashMap<>();
        problem.putAll(problem(status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status));
        return problem;
    }

    private static Map<String, Object> problem(HttpStatus status) {
        return switch (status) {
            case REQUEST_TIMEOUT -> ProblemWriter.fields(
                    HttpStatus.REQUEST_TIMEOUT, "body-too-slow", "The request's body did not come in time.", "Send it again, without pauses.");
            case NOT_FOUND -> ProblemWriter.fields(
                    HttpStatus.NOT_FOUND, "route-unknown", "Nothing is served at this path.", "See the API description for what can be called and how.");
            case HttpStatus other when other.is4xxClientError() -> ProblemWriter.fields(
                    other, "request-invalid", "The request cannot be handled.", "See the API description for what can be called and how.");
            case HttpStatus other -> ProblemWriter.fields(
                    other.is5xxServerError() ? other : HttpStatus.INTERNAL_SERVER_ERROR,
                    "internal",
                    "The request ended with an unexpected error.",
                    "Look into the server's log for its trace.");
        };
    }
}
