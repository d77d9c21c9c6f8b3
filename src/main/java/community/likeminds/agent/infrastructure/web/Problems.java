package community.likeminds.agent.infrastructure.web;

import community.likeminds.agent.shared.AgentException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Errors as RFC 9457 problem details, each with a stable {@code code} and a {@code remedy}. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> known(AgentException error) {
        HttpStatus status = ProblemWriter.status(error.kind());
        if (status.is5xxServerError()) {
            LOG.error("{}: {}", error.code(), error.fact(), error);
        }
        return ResponseEntity.status(status).body(problem(status, error.code(), error.fact(), error.remedy()));
    }

    /** When the answer has begun, only a broken connection tells the client that it is not complete. */
    @ExceptionHandler
    @Nullable ResponseEntity<ProblemDetail> unexpected(Exception error, HttpServletResponse response) throws Exception {
        if (response.isCommitted()) {
            throw error;
        }
        if (toldAsSlow(error, response)) {
            return null;
        }
        Optional<ProblemDetail> ofBody = ofBody(error);
        if (ofBody.isPresent()) {
            return ResponseEntity.status(ofBody.get().getStatus()).body(ofBody.get());
        }
        LOG.error("A request ended with an unexpected error.", error);
        HttpStatus status = HttpStatus.INTERNAL_SERVER_ERROR;
        return ResponseEntity.status(status)
                .body(problem(
                        status,
                        "internal",
                        "The request ended with an unexpected error.",
                        "Look into the server's log for its trace."));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException error, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldError> fields = error.getBindingResult().getFieldErrors();
        ProblemDetail problem = problem(
                status,
                "request-invalid",
                "The request has " + fields.size() + (fields.size() == 1 ? " field" : " fields") + " with a wrong value.",
                "Correct what the field 'errors' names.");
        problem.setProperty(
                "errors",
                fields.stream()
                        .map(field -> Map.of(
                                "field", field.getField(),
                                "pointer", pointer(field.getField()),
                                "message", String.valueOf(field.getDefaultMessage())))
                        .toList());
        return ResponseEntity.status(status).headers(headers).body(problem);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException error, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (request instanceof ServletWebRequest servlet && servlet.getResponse() != null && toldAsSlow(error, servlet.getResponse())) {
            return null;
        }
        Optional<ProblemDetail> ofBody = ofBody(error);
        if (ofBody.isPresent()) {
            return ResponseEntity.status(ofBody.get().getStatus()).body(ofBody.get());
        }
        ProblemDetail problem = problem(
                status,
                "body-unreadable",
                "The request's body is no JSON object of the expected shape.",
                "See the API description for its fields.");
        if (error.getCause() instanceof UnrecognizedPropertyException unknown) {
            problem = problem(
                    status, "field-unknown", "The request has a field '" + unknown.getPropertyName() + "', which nothing reads.", "Correct its name or leave it out.");
        }
        if (error.getCause() instanceof DatabindException place) {
            String pointer = pointer(place);
            problem.setProperty("errors", List.of(Map.of("pointer", pointer, "message", String.valueOf(problem.getDetail()))));
        }
        return ResponseEntity.status(status).headers(headers).body(problem);
    }

    /** RFC 6901. */
    private static String pointer(DatabindException place) {
        return place.getPath().stream()
                .map(step -> "/" + (step.getPropertyName() == null ? Integer.toString(step.getIndex()) : escaped(step.getPropertyName())))
                .collect(Collectors.joining());
    }

    /** RFC 6901, from the framework's way of naming fields, for example {@code pages[0].source}. */
    private static String pointer(String field) {
        return "/" + escaped(field).replace('.', '/').replace('[', '/').replace("]", "");
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception error, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String detail = body instanceof ProblemDetail problem && problem.getDetail() != null
                ? problem.getDetail()
                : "The request cannot be handled.";
        return ResponseEntity.status(status)
                .headers(headers)
                .body(problem(status, code(status), detail, "See the API description for what can be called and how."));
    }

    /** Written here, because an Accept that cannot be read would stand in the way of the problem, too. */
    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotAcceptable(
            HttpMediaTypeNotAcceptableException error, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (!(request instanceof ServletWebRequest servlet) || servlet.getResponse() == null) {
            return super.handleHttpMediaTypeNotAcceptable(error, headers, status, request);
        }
        try {
            ProblemWriter.write(
                    servlet.getResponse(), HttpStatus.NOT_ACCEPTABLE, "not-acceptable", "There is no answer of the type that the header Accept asks for.",
                    "See the API description for what can be called and how.");
        } catch (IOException gone) {
            LOG.debug("A client whose Accept cannot be met has gone.", gone);
        }
        return null;
    }

    private static String code(HttpStatusCode status) {
        return switch (status.value()) {
            case 404 -> "route-unknown";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            case 415 -> "media-type-unsupported";
            default -> status.is5xxServerError() ? "internal" : "request-invalid";
        };
    }

    private static boolean toldAsSlow(Throwable error, HttpServletResponse response) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof LimitedBody.TooSlow) {
                try {
                    BodyLimitFilter.tell(response);
                } catch (IOException gone) {
                    LOG.debug("A client that sent too slowly has gone.", gone);
                }
                return true;
            }
        }
        return false;
    }

    /** What was wrong with the body as such, whoever was reading it. */
    private static Optional<ProblemDetail> ofBody(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof LimitedBody.TooLarge tooLarge) {
                return Optional.of(problem(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "body-too-large",
                        "The request's body has " + tooLarge.getMessage() + ".",
                        "Send a smaller one."));
            }
            if (cause instanceof LimitedBody.Unreadable || cause instanceof InvalidParameterException) {
                return Optional.of(problem(
                        HttpStatus.BAD_REQUEST, "body-unreadable", "The request's body or its query cannot be read.", "Send fewer fields, encoded as UTF-8."));
            }
        }
        return Optional.empty();
    }

    private static ProblemDetail problem(HttpStatusCode status, String code, String fact, String remedy) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, fact);
        problem.setType(URI.create("urn:likeminds:problem:" + code));
        problem.setProperty("code", code);
        problem.setProperty("remedy", remedy);
        return problem;
    }
}
