package community.likeminds.agent.infrastructure.observability.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;

/** Counts and distributions of this product. Tags are pairs of key and value; every value is one of few. */
final class Figures {

    private final Supplier<MeterRegistry> registry;

    Figures(Supplier<MeterRegistry> registry) {
        this.registry = registry;
    }

    /** Also counts nothing, so that a series is there before it first rises. */
    void count(String name, double amount, String... tags) {
        Counter.builder(name).tags(tags).register(registry.get()).increment(amount);
    }

    /** @param limits upper ends of the buckets that are kept */
    void distribution(String name, double value, double[] limits, String... tags) {
        DistributionSummary.builder(name).tags(tags).serviceLevelObjectives(limits).register(registry.get()).record(value);
    }
}
