package community.likeminds.agent.shared;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * Keeps callers from asking something that is down again and again. Closed, it lets everybody through; after some failures in a row it opens and lets
 * nobody through for a while; then it is half-open and lets one through, whose success closes it and whose failure opens it again. Thread-safe.
 */
public final class CircuitBreaker {

    /** Those with a name that are still in use, for whoever shows them. */
    private static final Map<CircuitBreaker, Boolean> NAMED = Collections.synchronizedMap(new WeakHashMap<>());

    /** How often breakers of a name have got into a state since the process started. */
    private static final Map<String, Map<State, LongAdder>> TRANSITIONS = new ConcurrentHashMap<>();

    /** Where a breaker stands. */
    public enum State {
        CLOSED,
        /** One may try. */
        HALF_OPEN,
        OPEN
    }

    private final String name;
    private final int failures;
    private final long pause;
    private final LongSupplier nanos;

    private int failed;
    private boolean open;
    private boolean trying;
    private long until;

    /**
     * @param failures in a row after which it opens, at least 1
     * @param pause for which nobody is let through
     */
    public CircuitBreaker(int failures, Duration pause) {
        this(failures, pause, System::nanoTime);
    }

    /** @param nanos a clock that only goes forward */
    public CircuitBreaker(int failures, Duration pause, LongSupplier nanos) {
        this("", failures, pause, nanos);
    }

    /** @param name of what is asked, one of few in a process; operators see it */
    public CircuitBreaker(String name, int failures, Duration pause) {
        this(name, failures, pause, System::nanoTime);
        NAMED.put(this, Boolean.TRUE);
        TRANSITIONS.computeIfAbsent(name, CircuitBreaker::counters);
    }

    private CircuitBreaker(String name, int failures, Duration pause, LongSupplier nanos) {
        this.name = name;
        this.failures = Math.max(1, failures);
        this.pause = pause.toNanos();
        this.nanos = nanos;
    }

    /** The breakers of this process that have a name, the worst of each name; sorted by name. */
    public static Map<String, State> states() {
        Map<String, State> states = new TreeMap<>();
        synchronized (NAMED) {
            NAMED.keySet().forEach(one -> states.merge(one.name, one.state(), (known, other) -> known.compareTo(other) < 0 ? other : known));
        }
        return states;
    }

    private static Map<State, LongAdder> counters(String name) {
        Map<State, LongAdder> counters = new EnumMap<>(State.class);
        Arrays.stream(State.values()).forEach(state -> counters.put(state, new LongAdder()));
        return counters;
    }

    /** How often the breakers of each name have got into each state since the process started. */
    public static Map<String, Map<State, Long>> transitions() {
        Map<String, Map<State, Long>> counts = new TreeMap<>();
        TRANSITIONS.forEach((name, counters) -> {
            Map<State, Long> count = new EnumMap<>(State.class);
            counters.forEach((state, counter) -> count.put(state, counter.sum()));
            counts.put(name, count);
        });
        return counts;
    }

    private void entered(State state) {
        LongAdder counter = TRANSITIONS.getOrDefault(name, Map.of()).get(state);
        if (counter != null) {
            counter.increment();
        }
    }

    public synchronized State state() {
        return !open ? State.CLOSED : trying || nanos.getAsLong() - until >= 0 ? State.HALF_OPEN : State.OPEN;
    }

    /** Whether a caller may try now; one that may must say how it went. */
    public synchronized boolean lets() {
        if (!open) {
            return true;
        }
        if (trying || nanos.getAsLong() - until < 0) {
            return false;
        }
        trying = true;
        entered(State.HALF_OPEN);
        return true;
    }

    public synchronized void succeeded() {
        if (open) {
            entered(State.CLOSED);
        }
        failed = 0;
        open = false;
        trying = false;
    }

    /** Returns whether it opened by this. */
    public synchronized boolean failed() {
        failed++;
        boolean opens = trying || !open && failed >= failures;
        if (opens) {
            open = true;
            entered(State.OPEN);
            until = nanos.getAsLong() + pause;
        }
        trying = false;
        return opens;
    }

    /** Whether callers are kept away, or one is trying for all. */
    public synchronized boolean isOpen() {
        return open;
    }

    /** Takes back that a caller tried: it was interrupted and cannot say how it went. */
    public synchronized void abandoned() {
        trying = false;
    }
}
