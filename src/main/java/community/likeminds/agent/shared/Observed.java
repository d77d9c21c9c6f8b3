package community.likeminds.agent.shared;

import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.concurrent.Callable;

/**
 * A stretch of work within what is being observed: a request, a task, a command. Where nobody observes it costs nothing. Names are dotted and
 * begin with {@code likeminds.}; tags have few values each, none of them a name of a tenant, a path, a question or a secret.
 */
public final class Observed {

    /** The current observation is the thread's, whichever registry is asked for it. */
    private static final ObservationRegistry CURRENT = ObservationRegistry.create();

    private Observed() {}

    /** What is done. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T get() throws E;
    }

    /** Does the work as a span of the current trace, with a timer of the same name. */
    public static <T, E extends Exception> T work(String name, String tag, String value, Work<T, E> work) throws E {
        Observation parent = CURRENT.getCurrentObservation();
        if (parent == null) {
            return work.get();
        }
        return Observation.createNotStarted(name, parent.getObservationRegistry())
                .lowCardinalityKeyValue(tag, value)
                .observeChecked(work::get);
    }

    /** Work for another thread that belongs to what is observed on this one. */
    public static Runnable carried(Runnable work) {
        return CURRENT.getCurrentObservation() == null ? work : ContextSnapshotFactory.builder().build().captureAll().wrap(work);
    }

    /** Work for another thread that belongs to what is observed on this one. */
    public static <T> Callable<T> carried(Callable<T> work) {
        return CURRENT.getCurrentObservation() == null ? work : ContextSnapshotFactory.builder().build().captureAll().wrap(work);
    }
}
