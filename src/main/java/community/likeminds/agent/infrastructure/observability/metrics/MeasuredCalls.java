package community.likeminds.agent.infrastructure.observability.metrics;

import community.likeminds.agent.infrastructure.observability.tracing.Advice;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import java.util.function.Supplier;

/** The interfaces whose results say more than how long they took. */
public final class MeasuredCalls {

    private MeasuredCalls() {}

    public static List<Advice> of(Supplier<ObservationRegistry> registry, Supplier<MeterRegistry> meters) {
        Figures figures = new Figures(meters);
        return List.of(
                new DocumentationAdvice(registry, figures),
                new RunAdvice(registry, figures),
                new RungAdvice(registry),
                new EmbeddingAdvice(registry, figures),
                new VectorAdvice(registry),
                new CacheAdvice(figures));
    }
}
