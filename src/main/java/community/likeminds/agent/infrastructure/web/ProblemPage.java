package community.likeminds.agent.infrastructure.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Tells errors that no controller advice saw, because they were met before or after everything of ours. */
@Controller
final class ProblemPage implements ErrorController {

    @RequestMapping("${server.error.path:/error}")
    void tell(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpStatus status = status(request);
        switch (status) {
            case REQUEST_TIMEOUT -> ProblemWriter.write(response, status, "body-too-slow", "The request's body did not come in time.", "Send it again, without pauses.");
            case NOT_FOUND -> ProblemWriter.write(
                    response, status, "route-unknown", "Nothing is served at this path.", "See the API description for what can be called and how.");
            case METHOD_NOT_ALLOWED -> ProblemWriter.write(
                    response, status, "method-not-allowed", "Nothing here is called with this method.", "See the API description for what can be called and how.");
            case HttpStatus other when other.is4xxClientError() -> ProblemWriter.write(
                    response, other, "request-invalid", "The request cannot be handled.", "See the API description for what can be called and how.");
            case HttpStatus other -> ProblemWriter.write(
                    response, other.is5xxServerError() ? other : HttpStatus.INTERNAL_SERVER_ERROR, "internal", "The request ended with an unexpected error.",
                    "Look into the server's log for its trace.");
        }
    }

    /** Whoever asks for the page itself finds nothing. */
    private static HttpStatus status(HttpServletRequest request) {
        if (request.getDispatcherType() != DispatcherType.ERROR) {
            return HttpStatus.NOT_FOUND;
        }
        @Nullable HttpStatus raised = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? HttpStatus.resolve(code) : null;
        return raised == null ? HttpStatus.INTERNAL_SERVER_ERROR : raised;
    }
}
