package community.likeminds.agent.infrastructure.observability.metrics;

import community.likeminds.agent.infrastructure.observability.tracing.Advice;
import community.likeminds.agent.processors.docs.Embeddings;
import io.micrometer.observation.ObservationRegistry;
import java.lang.reflect.Method;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Calls of the embedding model with their tokens and what they cost. */
final class EmbeddingAdvice implements Advice {

    private final Supplier<ObservationRegistry> registry;
    private final Figures figures;

    EmbeddingAdvice(Supplier<ObservationRegistry> registry, Figures figures) {
        this.registry = registry;
        this.figures = figures;
    }

    @Override
    public Class<?> type() {
        return Embeddings.class;
    }

    @Override
    public @Nullable Object around(Method method, Object[] arguments, Call call, Object bean) throws Throwable {
        if (!method.getName().startsWith("embed")) {
            return call.proceed(arguments);
        }
        Embeddings embeddings = (Embeddings) bean;
        String model = embeddings.model();
        String operation = method.getName().equals("embedQuery") ? "embed-query" : "embed-passages";
        return Advice.observed(
                Advice.named("likeminds.model.call", registry).lowCardinalityKeyValue("model", model).lowCardinalityKeyValue("operation", operation),
                arguments,
                call,
                (observation, result) -> spent(embeddings, model, operation, arguments[0], result));
    }

    private void spent(Embeddings embeddings, String model, String operation, Object asked, @Nullable Object result) {
        long counted = result instanceof Embeddings.Embedded embedded ? embedded.billedTokens() : 0;
        long tokens = counted > 0 ? counted : tokens(embeddings, asked);
        figures.count("likeminds.model.tokens", tokens, "model", model, "operation", operation, "kind", "input");
        double price = embeddings.billed() ? embeddings.pricePerMillionTokens() : 0;
        figures.count("likeminds.model.cost", tokens * price / 1e6, "model", model, "operation", operation);
    }

    private static long tokens(Embeddings embeddings, Object asked) {
        return asked instanceof List<?> several
                ? embeddings.totalTokens(several.stream().map(String.class::cast).toList())
                : embeddings.tokens((String) asked);
    }
}
