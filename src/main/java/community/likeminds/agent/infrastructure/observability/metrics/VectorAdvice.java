package community.likeminds.agent.infrastructure.observability.metrics;

import community.likeminds.agent.infrastructure.observability.tracing.Advice;
import community.likeminds.agent.vector.docs.DocumentVectors;
import io.micrometer.observation.ObservationRegistry;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the index of passages is asked for. */
final class VectorAdvice implements Advice {

    private static final Map<String, String> OBSERVED =
            Map.of("search", "search", "replace", "replace", "putVectors", "put-vectors", "deletePages", "delete", "deleteSource", "delete");

    private final Supplier<ObservationRegistry> registry;

    VectorAdvice(Supplier<ObservationRegistry> registry) {
        this.registry = registry;
    }

    @Override
    public Class<?> type() {
        return DocumentVectors.class;
    }

    @Override
    public @Nullable Object around(Method method, Object[] arguments, Call call, Object bean) throws Throwable {
        String operation = OBSERVED.get(method.getName());
        return operation == null
                ? call.proceed(arguments)
                : Advice.observed(
                        Advice.named("likeminds.index", registry).lowCardinalityKeyValue("operation", operation),
                        arguments,
                        call,
                        (observation, result) -> {});
    }
}
