package community.likeminds.agent.infrastructure.observability.tracing;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.lang.reflect.Method;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Observes the calls of one module's interface. */
public interface Advice {

    /** The interface whose beans are observed. */
    Class<?> type();

    /** Whether methods of an interface of such a bean are observed. */
    default boolean covers(Class<?> declaring) {
        return declaring.isAssignableFrom(type()) && declaring != Object.class;
    }

    /**
     * Around one call of the interface's methods.
     *
     * @param arguments of the call, may be handed on changed
     * @param bean that is called
     * @throws Throwable what the call throws, unchanged
     */
    @Nullable Object around(Method method, Object[] arguments, Call call, Object bean) throws Throwable;

    /** The call itself. */
    @FunctionalInterface
    interface Call {
        @Nullable Object proceed(Object[] arguments) throws Throwable;
    }

    /** A call with its observation open on this thread; {@code ending} is told the result and may tag it before it stops. */
    static @Nullable Object observed(Observation observation, Object[] arguments, Call call, Ending ending) throws Throwable {
        observation.start();
        try (Observation.Scope scope = observation.openScope()) {
            Object result = call.proceed(arguments);
            ending.ended(observation, result);
            return result;
        } catch (Throwable failure) {
            observation.lowCardinalityKeyValue("outcome", Outcomes.of(failure));
            observation.error(failure);
            throw failure;
        } finally {
            observation.stop();
        }
    }

    @FunctionalInterface
    interface Ending {
        void ended(Observation observation, @Nullable Object result);
    }

    /** An observation that ends with an outcome; timers of one name need the same keys every time. */
    static Observation named(String name, Supplier<ObservationRegistry> registry) {
        return Observation.createNotStarted(name, registry.get()).lowCardinalityKeyValue("outcome", "done");
    }
}
