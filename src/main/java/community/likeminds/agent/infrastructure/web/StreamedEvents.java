package community.likeminds.agent.infrastructure.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a route sends that answers with server-sent events: {@code progress} with a state, events of their own, and one named after the end. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface StreamedEvents {

    /** Data of {@code progress} and of the last event. */
    Class<?> state();

    /** Names of the event that is the last one. */
    String[] ends();

    /** Names of what happens in between; {@code *} where each kind of work has its own. */
    String[] events() default {};

    /** Data of those. */
    Class<?> event() default Object.class;
}
