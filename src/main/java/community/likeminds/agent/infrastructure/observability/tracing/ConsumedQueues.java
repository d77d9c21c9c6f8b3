package community.likeminds.agent.infrastructure.observability.tracing;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The queues that this process takes messages from, and how long those had waited. */
public final class ConsumedQueues {

    private final Set<String> names = new ConcurrentSkipListSet<>();
    private final Supplier<MeterRegistry> registry;

    public ConsumedQueues(Supplier<MeterRegistry> registry) {
        this.registry = registry;
    }

    public Set<String> names() {
        return Set.copyOf(names);
    }

    void consumed(String queue) {
        names.add(queue);
    }

    /** @param due when the message could first be taken, in milliseconds of the epoch; null when its sender did not say */
    void waited(String queue, @Nullable String due) {
        if (due != null && due.matches("\\d{1,18}")) {
            long millis = Math.max(0, System.currentTimeMillis() - Long.parseLong(due));
            Timer.builder("likeminds.queue.wait").tag("queue", queue).register(registry.get()).record(Duration.ofMillis(millis));
        }
    }
}
