package community.likeminds.agent.gateway.description;

import community.likeminds.agent.gateway.ControllerMethods;
import community.likeminds.agent.infrastructure.auth.RouteAccess;
import community.likeminds.agent.infrastructure.web.Revalidated;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * A path and a method of HTTP, as the outside sees them. Several methods of a controller may serve it, each with a media type of its own.
 *
 * @param methods of the controller; the first one gives the usual media type
 */
record ApiOperation(RequestMethod verb, String path, List<ControllerMethods> methods) {

    private static final String PUBLIC = "/api/";

    ApiOperation {
        methods = methods.stream().sorted(Comparator.comparing(one -> !produced(one).equals(MediaType.APPLICATION_JSON))).toList();
    }

    /** All that are published, sorted by path. */
    static List<ApiOperation> of(List<ControllerMethods> found) {
        Map<String, ApiOperation> routes = new LinkedHashMap<>();
        for (ControllerMethods one : found) {
            if (!one.controller().isAnnotationPresent(Hidden.class)) {
                one.info().getPatternValues().stream().filter(path -> path.startsWith(PUBLIC)).forEach(path ->
                        one.info().getMethodsCondition().getMethods().forEach(verb ->
                                routes.merge(verb + " " + path, new ApiOperation(verb, path, List.of(one)), ApiOperation::with)));
            }
        }
        return routes.values().stream()
                .sorted(Comparator.comparing(ApiOperation::path).thenComparing(ApiOperation::verb))
                .toList();
    }

    private ApiOperation with(ApiOperation other) {
        return new ApiOperation(verb, path, Stream.concat(methods.stream(), other.methods().stream()).toList());
    }

    private ControllerMethods first() {
        return methods.getFirst();
    }

    Method method() {
        return first().method();
    }

    Class<?> controller() {
        return first().controller();
    }

    /** Unique and stable: the controller's and the method's name. */
    String id() {
        String stem = controller().getSimpleName().replaceAll("Controller$", "");
        String name = method().getName();
        return stem.substring(0, 1).toLowerCase(Locale.ROOT) + stem.substring(1) + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** One line. */
    String summary() {
        Operation operation = AnnotatedElementUtils.findMergedAnnotation(method(), Operation.class);
        if (operation == null || operation.summary().isBlank()) {
            throw new IllegalStateException("The route " + this + " has no summary.");
        }
        return operation.summary();
    }

    String tag() {
        Tag tag = controller().getAnnotation(Tag.class);
        if (tag == null) {
            throw new IllegalStateException("The controller " + controller() + " has no tag.");
        }
        return tag.name();
    }

    RouteAccess access() {
        return RouteAccess.of(method(), controller());
    }

    HttpStatus status() {
        ResponseStatus status = AnnotatedElementUtils.findMergedAnnotation(method(), ResponseStatus.class);
        return status == null ? HttpStatus.OK : status.code();
    }

    /** Whether its answer has the header Location: what was made or begun has an address of its own. */
    boolean saysWhere() {
        return method().getReturnType() == ResponseEntity.class && List.of(HttpStatus.CREATED, HttpStatus.ACCEPTED, HttpStatus.FOUND).contains(status());
    }

    /** Whether a client may ask for it only if it has changed. */
    boolean revalidated() {
        return method().isAnnotationPresent(Revalidated.class);
    }

    boolean hasPathVariable() {
        return path.contains("{");
    }

    static MediaType produced(ControllerMethods method) {
        return method.info().getProducesCondition().getProducibleMediaTypes().stream().findFirst().orElse(MediaType.APPLICATION_JSON);
    }

    static MediaType consumed(ControllerMethods method) {
        return method.info().getConsumesCondition().getConsumableMediaTypes().stream().findFirst().orElse(MediaType.APPLICATION_JSON);
    }

    @Override
    public String toString() {
        return verb + " " + path;
    }
}
