package community.likeminds.agent.shared;

import io.micrometer.common.KeyValue;
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

    /** Does the work as a span of the current trace, with a timer of the same name. */
    public static <T> T work(String name, String tag, String value, Callable<T> work) throws Exception {
        Observation parent = CURRENT.getCurrentObservation();
        if (parent == null) {
            return work.call();
        }
        return Observation.createNotStarted(name, parent.getObservationRegistry())
                .lowCardinalityKeyValue(tag, value)
                .observeChecked(work::call);
    }

    /** Tags the current stretch of work with what has few values, once it is known. */
    public static void tag(String key, String value) {
        Observation current = CURRENT.getCurrentObservation();
        if (current != null) {
            current.lowCardinalityKeyValue(KeyValue.of(key, value));
        }
    }

    /** Adds to the current span what has many values; no metric carries it. */
    public static void detail(String key, String value) {
        Observation current = CURRENT.getCurrentObservation();
        if (current != null) {
            current.highCardinalityKeyValue(KeyValue.of(key, value));
        }
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
