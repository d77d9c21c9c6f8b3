package community.likeminds.agent.infrastructure.observability.metrics;

import community.likeminds.agent.infrastructure.messaging.Backlog;
import community.likeminds.agent.infrastructure.messaging.MessageQueue;
import community.likeminds.agent.infrastructure.observability.tracing.ConsumedQueues;
import community.likeminds.agent.infrastructure.storage.StoreHealth;
import community.likeminds.agent.shared.CircuitBreaker;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What stands where: asked for regularly in the background, so that a scrape never waits for a store that is away. What cannot be asked keeps
 * its last value and is counted as a failure.
 */
final class Gauges implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Gauges.class);
    private static final String TRANSITIONS = "likeminds.circuit.transitions";

    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("gauges").factory());
    private final Backlog backlog;
    private final MessageQueue messages;
    private final ConsumedQueues queues;
    private final List<StoreHealth> stores;
    private final Clock clock;
    private final Duration every;
    private final MultiGauge tasks;
    private final MultiGauge oldest;
    private final MultiGauge letters;
    private final MultiGauge depths;
    private final MultiGauge ready;
    private final MultiGauge breakers;
    private final MeterRegistry registry;
    private final Counter failures;

    Gauges(
            MeterRegistry registry, Backlog backlog, MessageQueue messages, ConsumedQueues queues, List<StoreHealth> stores, Clock clock,
            Duration every) {
        this.backlog = backlog;
        this.messages = messages;
        this.queues = queues;
        this.stores = List.copyOf(stores);
        this.clock = clock;
        this.every = every;
        this.registry = registry;
        this.tasks = MultiGauge.builder("likeminds.tasks").description("Tasks that have not ended").register(registry);
        this.oldest = MultiGauge.builder("likeminds.tasks.oldest").baseUnit("seconds")
                .description("Time since the oldest task was submitted that has not ended").register(registry);
        this.letters = MultiGauge.builder("likeminds.dead.letters").description("Messages that failed for good").register(registry);
        this.depths = MultiGauge.builder("likeminds.queue.messages").description("Messages of the queues that this process consumes").register(registry);
        this.ready = MultiGauge.builder("likeminds.store.up").description("1 when the store answered").register(registry);
        this.breakers = MultiGauge.builder("likeminds.circuit.state").description("0 closed, 1 half open, 2 open").register(registry);
        this.failures = Counter.builder("likeminds.gauges.failures").description("Gauges that could not be asked").register(registry);
    }

    void start() {
        timer.scheduleWithFixedDelay(this::refresh, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void refresh() {
        attempt("tasks", this::tasks);
        attempt("dead letters", () -> letters.register(
                backlog.deadLetters().entrySet().stream().map(one -> Row.of(Tags.of("queue", one.getKey()), one.getValue())).toList(), true));
        attempt("queues", this::depths);
        attempt("stores", () -> ready.register(stores.stream().map(StoreHealth::check)
                .map(state -> Row.of(Tags.of("store", state.store(), "adapter", state.adapter()), state.ready() ? 1 : 0)).toList(), true));
        attempt("circuit breakers", () -> breakers.register(CircuitBreaker.states().entrySet().stream()
                .map(one -> Row.of(Tags.of("target", one.getKey()), one.getValue().ordinal())).toList(), true));
        attempt("circuit breakers", this::transitions);
    }

    /** Counters of breakers that are new; registering one again would change nothing but be warned of. */
    private void transitions() {
        CircuitBreaker.transitions().forEach((target, counts) -> counts.keySet().stream()
                .filter(state -> registry.find(TRANSITIONS).tags(tags(target, state)).functionCounter() == null)
                .forEach(state -> FunctionCounter.builder(
                                TRANSITIONS,
                                state,
                                wanted -> CircuitBreaker.transitions().getOrDefault(target, Map.of()).getOrDefault(wanted, 0L))
                        .description("How often circuit breakers got into a state")
                        .tags(tags(target, state))
                        .register(registry)));
    }

    private static Tags tags(String target, CircuitBreaker.State state) {
        return Tags.of("target", target, "state", state.name().toLowerCase(Locale.ROOT));
    }

    private void tasks() {
        List<Backlog.Unfinished> unfinished = backlog.tasks();
        tasks.register(unfinished.stream().map(one -> Row.of(tags(one), one.count())).toList(), true);
        oldest.register(unfinished.stream()
                .map(one -> Row.of(tags(one), Math.max(0, Duration.between(one.oldest(), clock.instant()).toMillis() / 1e3))).toList(), true);
    }

    private static Tags tags(Backlog.Unfinished one) {
        return Tags.of("type", one.type(), "state", one.state().name().toLowerCase(Locale.ROOT));
    }

    private void depths() {
        List<Row<?>> rows = new ArrayList<>();
        for (String queue : queues.names()) {
            MessageQueue.Depth depth = messages.depth(queue);
            rows.add(Row.of(Tags.of("queue", queue, "state", "ready"), depth.ready()));
            rows.add(Row.of(Tags.of("queue", queue, "state", "held"), depth.held()));
            rows.add(Row.of(Tags.of("queue", queue, "state", "taken"), depth.taken()));
        }
        depths.register(rows, true);
    }

    private void attempt(String what, Runnable asking) {
        try {
            asking.run();
        } catch (RuntimeException away) {
            failures.increment();
            LOG.debug("The figures of {} could not be had.", what, away);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
