package community.likeminds.agent.infrastructure.observability;

import community.likeminds.agent.infrastructure.observability.metrics.MeasuredCalls;
import community.likeminds.agent.infrastructure.observability.tracing.Advice;
import community.likeminds.agent.infrastructure.observability.tracing.ConsumedQueues;
import community.likeminds.agent.infrastructure.observability.tracing.ObservedBeans;
import community.likeminds.agent.infrastructure.observability.tracing.TracedCalls;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;

/** Observes the interfaces between modules, so that no module has to know who looks. */
@Configuration(proxyBeanMethods = false)
@Conditional(OnObserved.class)
class ObservabilityConfiguration {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static ConsumedQueues consumedQueues(ObjectProvider<MeterRegistry> meters) {
        return new ConsumedQueues(remembered(() -> meters.getIfAvailable(CompositeMeterRegistry::new)));
    }

    /** Static, because beans are observed from the first one on; what it observes with is asked for at the first call. */
    @Bean
    static ObservedBeans observedBeans(
            ObjectProvider<ObservationRegistry> observations, ObjectProvider<MeterRegistry> meters, ConsumedQueues queues) {
        Supplier<ObservationRegistry> registry = remembered(() -> observations.getIfAvailable(() -> ObservationRegistry.NOOP));
        Supplier<MeterRegistry> figures = remembered(() -> meters.getIfAvailable(CompositeMeterRegistry::new));
        List<Advice> advices = new ArrayList<>(TracedCalls.of(registry, queues));
        advices.addAll(MeasuredCalls.of(registry, figures));
        return new ObservedBeans(advices);
    }

    @Bean
    CommandTrace commandTrace(ObservationRegistry registry) {
        return new CommandTrace(registry);
    }

    private static <T> Supplier<T> remembered(Supplier<T> source) {
        return new Supplier<>() {
            private volatile @Nullable T known;

            @Override
            public T get() {
                T value = known;
                if (value == null) {
                    value = source.get();
                    known = value;
                }
                return value;
            }
        };
    }
}
