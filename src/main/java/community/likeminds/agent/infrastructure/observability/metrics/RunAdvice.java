package community.likeminds.agent.infrastructure.observability.metrics;

import community.likeminds.agent.agents.coding.CodingAgent;
import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.NamedRuns;
import community.likeminds.agent.infrastructure.observability.tracing.Advice;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Integration runs by what was wanted and how they ended, and their steps by what became of them. */
final class RunAdvice implements Advice {

    private static final Set<String> OBSERVED = Set.of("plan", "apply", "integrate", "resume", "undo");

    private final Supplier<ObservationRegistry> registry;
    private final Figures figures;

    RunAdvice(Supplier<ObservationRegistry> registry, Figures figures) {
        this.registry = registry;
        this.figures = figures;
    }

    @Override
    public Class<?> type() {
        return CodingAgent.class;
    }

    /** Runs in the background have their ids before they begin. */
    @Override
    public boolean covers(Class<?> declaring) {
        return declaring == NamedRuns.class || Advice.super.covers(declaring);
    }

    @Override
    public @Nullable Object around(Method method, Object[] arguments, Call call, Object bean) throws Throwable {
        return OBSERVED.contains(method.getName())
                ? Advice.observed(
                        Advice.named("likeminds.run", registry).lowCardinalityKeyValue("operation", method.getName()), arguments, call, this::ended)
                : call.proceed(arguments);
    }

    private void ended(Observation observation, @Nullable Object result) {
        if (result instanceof IntegrationReport report) {
            observation.lowCardinalityKeyValue("outcome", report.status());
            observation.highCardinalityKeyValue("run.id", report.id());
            report.steps().forEach(step -> figures.count("likeminds.run.steps", 1, "kind", step.kind(), "status", step.status()));
        }
    }
}
