package community.likeminds.agent.infrastructure.observability.metrics;

import community.likeminds.agent.infrastructure.observability.tracing.Advice;
import community.likeminds.agent.project.analysis.IntegrationValidator;
import community.likeminds.agent.project.analysis.IntegrationValidator.Check;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Rungs of the proof by what they showed. */
final class RungAdvice implements Advice {

    private static final Set<String> RUNGS =
            Set.of("syntax", "secrets", "install", "peers", "symbols", "lint", "format", "duplicates", "build", "look", "tests");

    private final Supplier<ObservationRegistry> registry;

    RungAdvice(Supplier<ObservationRegistry> registry) {
        this.registry = registry;
    }

    @Override
    public Class<?> type() {
        return IntegrationValidator.class;
    }

    @Override
    public @Nullable Object around(Method method, Object[] arguments, Call call, Object bean) throws Throwable {
        return RUNGS.contains(method.getName())
                ? Advice.observed(
                        Advice.named("likeminds.rung", registry).lowCardinalityKeyValue("rung", method.getName()), arguments, call, RungAdvice::climbed)
                : call.proceed(arguments);
    }

    private static void climbed(Observation observation, @Nullable Object result) {
        observation.lowCardinalityKeyValue("outcome", outcome(result));
    }

    private static String outcome(@Nullable Object result) {
        return switch (result) {
            case Check check -> check.status().name().toLowerCase(Locale.ROOT).replace('_', '-');
            case IntegrationValidator.Symbols symbols -> outcome(symbols.check());
            case IntegrationValidator.Formatting formatting -> outcome(formatting.check());
            case IntegrationValidator.Linting linting -> outcome(linting.check());
            case Optional<?> some -> some.map(RungAdvice::outcome).orElse("nothing-to-check");
            case null, default -> "done";
        };
    }
}
