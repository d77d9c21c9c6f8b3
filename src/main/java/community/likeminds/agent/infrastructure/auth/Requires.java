package community.likeminds.agent.infrastructure.auth;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a caller of a route needs. Every route has this or {@link PublicRoute}; one without either is refused, and fails the build. On a
 * class it holds for all of its routes that say nothing themselves.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {

    Permission value();

    /** Name of the path variable with a project's id: a grant on that project is enough, too. */
    String project() default "";
}
