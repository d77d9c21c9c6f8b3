package community.likeminds.agent.infrastructure.observability.tracing;

import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import java.util.function.Supplier;

/** The ways out of a process and back in: queues and child processes. */
public final class TracedCalls {

    private TracedCalls() {}

    public static List<Advice> of(Supplier<ObservationRegistry> registry, ConsumedQueues queues) {
        return List.of(new QueueAdvice(registry, queues), new ProcessAdvice(registry));
    }
}
