package community.likeminds.agent.shared;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An interface that may be called from another process, and how. On a method it stands for that method, in place of what the interface says.
 *
 * <p>Arguments and results of such an interface are plain data: records, collections, paths on a shared file system. Besides, it may take
 * {@link Progress} and functions, which stay with the caller, and return handles that are {@link AutoCloseable}, which stay where they are.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Remote {

    /** How long a call may take. */
    Limit limit() default Limit.INTERACTIVE;

    /** Whether calling twice is the same as calling once, so that a call that was lost on its way may be tried again. */
    boolean repeatable() default false;

    /** For how long an answer of a method without arguments may be given again; 0 for not at all. */
    int rememberedSeconds() default 0;

    /** Whether it carries vectors or batches, which travel packed, over gRPC; such a method takes no functions and returns no handle. */
    boolean bulk() default false;

    /** Groups of calls that have a time limit of their own, {@code likeminds.remote.limits.…}. */
    enum Limit {
        /** Somebody waits. */
        INTERACTIVE,
        /** Somebody waits for a search. */
        SEARCH,
        /** Reads or embeds documentation or code. */
        INGESTION,
        /** Installs, builds, tests, edits. */
        RUN
    }
}
