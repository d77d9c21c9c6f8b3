package community.likeminds.agent.infrastructure.auth;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * What a controller's method says about its callers. What the method says is stronger than what its class says.
 *
 * @param open whether anybody may call it
 * @param needed by everybody else; empty for a route that says nothing, which nobody may call
 */
public record RouteAccess(boolean open, Optional<Requires> needed) {

    public static RouteAccess of(Method method, Class<?> controller) {
        boolean own = AnnotatedElementUtils.hasAnnotation(method, Requires.class) || AnnotatedElementUtils.hasAnnotation(method, PublicRoute.class);
        return new RouteAccess(find(method, controller, own, PublicRoute.class) != null, Optional.ofNullable(find(method, controller, own, Requires.class)));
    }

    private static <A extends Annotation> @Nullable A find(Method method, Class<?> controller, boolean own, Class<A> annotation) {
        return own ? AnnotatedElementUtils.findMergedAnnotation(method, annotation) : AnnotatedElementUtils.findMergedAnnotation(controller, annotation);
    }
}
