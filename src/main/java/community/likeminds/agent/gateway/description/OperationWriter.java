package community.likeminds.agent.gateway.description;

import community.likeminds.agent.gateway.ControllerMethods;
import community.likeminds.agent.gateway.description.Schemas.Use;
import community.likeminds.agent.infrastructure.auth.RouteAccess;
import community.likeminds.agent.infrastructure.web.StreamedEvents;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Describes one operation: what it takes, what it answers, who may call it, and the problems that it may end with. */
final class OperationWriter {

    private final Schemas schemas;
    private final Parameters parameters;
    private final Texts texts;
    private final Examples examples;
    private final Set<String> bodies = new TreeSet<>();

    OperationWriter(Schemas schemas, Texts texts, Examples examples) {
        this.schemas = schemas;
        this.parameters = new Parameters(schemas, texts);
        this.texts = texts;
        this.examples = examples;
    }

    /** Records that are whole bodies of what was written so far. */
    Set<String> bodies() {
        return bodies;
    }

    ObjectNode write(ApiOperation operation) {
        ObjectNode written = JsonNodeFactory.instance.objectNode();
        written.put("operationId", operation.id());
        written.put("summary", operation.summary());
        written.put("description", (texts.operation(operation.id()) + needs(operation)).strip());
        written.putArray("tags").add(operation.tag());
        security(written, operation);
        ArrayNode parameters = this.parameters.of(operation);
        if (!parameters.isEmpty()) {
            written.set("parameters", parameters);
        }
        boolean body = body(written, operation);
        responses(written, operation, body);
        return written;
    }

    private static String needs(ApiOperation operation) {
        return operation.access().open() ? "" : "\n\nNeeds the permission '" + permission(operation) + "'.";
    }

    private static String permission(ApiOperation operation) {
        return operation.access().needed().orElseThrow(() -> new IllegalStateException(operation + " does not say who may call it.")).value().text();
    }

    private void example(ObjectNode media, ApiOperation operation, String name) {
        examples.given(operation.id(), name).ifPresentOrElse(
                given -> media.set("example", given),
                () -> Examples.record(media.path("schema")).ifPresent(record -> {
                    bodies.add(record);
                    media.putObject("examples").putObject("usual").put("$ref", "#/components/examples/" + record);
                }));
    }

    private static void security(ObjectNode written, ApiOperation operation) {
        RouteAccess access = operation.access();
        ArrayNode security = written.putArray("security");
        if (access.open()) {
            return;
        }
        String permission = permission(operation);
        for (String scheme : List.of(CommonParts.ACCESS_TOKEN, CommonParts.API_KEY)) {
            security.addObject().putArray(scheme).add(permission);
        }
    }

    private boolean body(ObjectNode written, ApiOperation operation) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        for (ControllerMethods method : operation.methods()) {
            for (Parameter parameter : method.method().getParameters()) {
                if (parameter.isAnnotationPresent(RequestBody.class)) {
                    String type = bare(ApiOperation.consumed(method));
                    ObjectNode media = content.putObject(type);
                    media.set("schema", schemas.of(parameter.getAnnotatedType(), Use.SENT));
                    example(media, operation, "request " + type);
                }
            }
        }
        if (content.isEmpty()) {
            return false;
        }
        written.putObject("requestBody").put("required", true).set("content", content);
        return true;
    }

    private void responses(ObjectNode written, ApiOperation operation, boolean body) {
        Map<Integer, ObjectNode> responses = new TreeMap<>();
        HttpStatus status = operation.status();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("description", CommonParts.meaning(status));
        answer.set("headers", CommonParts.headers(operation));
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        operation.methods().forEach(method -> content(content, operation, method));
        if (!content.isEmpty()) {
            answer.set("content", content);
        }
        responses.put(status.value(), answer);
        if (operation.revalidated()) {
            responses.put(HttpStatus.NOT_MODIFIED.value(), CommonParts.notModified(operation));
        }
        problems(operation, body).forEach(problem -> responses.put(problem.value(), CommonParts.problemReference(problem)));
        ObjectNode all = written.putObject("responses");
        responses.forEach((code, response) -> all.set(Integer.toString(code), response));
    }

    private void content(ObjectNode content, ApiOperation operation, ControllerMethods method) {
        AnnotatedType answered = answered(method.method().getAnnotatedReturnType());
        if (answered.getType() == void.class || answered.getType() == Void.class) {
            return;
        }
        String type = bare(ApiOperation.produced(method));
        ObjectNode media = content.putObject(type);
        if (answered.getType() == SseEmitter.class) {
            events(media, operation, method);
        } else {
            media.set("schema", schemas.of(answered, Use.ANSWERED));
        }
        example(media, operation, "response " + type);
    }

    /** OpenAPI 3.1 has no words for the events of a stream, so their schemas stand in an extension, by their names. */
    private void events(ObjectNode media, ApiOperation operation, ControllerMethods method) {
        StreamedEvents events = method.method().getAnnotation(StreamedEvents.class);
        if (events == null) {
            throw new IllegalStateException(operation + " does not say which events it sends.");
        }
        media.putObject("schema").put("type", "string").put("description", "Server-sent events; the data of each is JSON in the shape that x-events has for its name.");
        ObjectNode named = media.putObject("x-events");
        named.set("progress", schemas.of(events.state(), Use.ANSWERED));
        for (String name : events.events()) {
            named.set(name, schemas.of(events.event(), Use.ANSWERED));
        }
        for (String name : events.ends()) {
            named.set(name, schemas.of(events.state(), Use.ANSWERED));
        }
    }

    /** What the filters before a controller, the controller and what is behind it may answer instead. */
    private static List<HttpStatus> problems(ApiOperation operation, boolean body) {
        List<HttpStatus> problems = new ArrayList<>(List.of(
                HttpStatus.BAD_REQUEST, HttpStatus.FORBIDDEN, HttpStatus.NOT_ACCEPTABLE, HttpStatus.TOO_MANY_REQUESTS, HttpStatus.INTERNAL_SERVER_ERROR,
                HttpStatus.SERVICE_UNAVAILABLE));
        if (!operation.access().open() || body) {
            problems.add(HttpStatus.UNAUTHORIZED);
        }
        if (operation.hasPathVariable() || body || operation.verb() == RequestMethod.GET) {
            problems.add(HttpStatus.NOT_FOUND);
        }
        if (operation.verb() != RequestMethod.GET) {
            problems.add(HttpStatus.CONFLICT);
            problems.add(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (body) {
            problems.addAll(List.of(HttpStatus.REQUEST_TIMEOUT, HttpStatus.CONTENT_TOO_LARGE, HttpStatus.UNSUPPORTED_MEDIA_TYPE));
        }
        return problems;
    }

    private static AnnotatedType answered(AnnotatedType type) {
        return type instanceof AnnotatedParameterizedType parameterized && type.getType() instanceof ParameterizedType generic
                        && generic.getRawType() == ResponseEntity.class
                ? parameterized.getAnnotatedActualTypeArguments()[0]
                : type;
    }

    private static String bare(MediaType type) {
        return type.getType() + "/" + type.getSubtype();
    }
}
