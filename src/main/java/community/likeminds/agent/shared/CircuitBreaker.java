package community.likeminds.agent.shared;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Keeps callers from asking something that is down again and again. Closed, it lets everybody through; after some failures in a row it opens and lets
 * nobody through for a while; then it is half-open and lets one through, whose success closes it and whose failure opens it again. Thread-safe.
 */
public final class CircuitBreaker {

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
        this.failures = Math.max(1, failures);
        this.pause = pause.toNanos();
        this.nanos = nanos;
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
        return true;
    }

    public synchronized void succeeded() {
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
            until = nanos.getAsLong() + pause;
        }
        trying = false;
        return opens;
    }

    /** Takes back that a caller tried: it was interrupted and cannot say how it went. */
    public synchronized void abandoned() {
        trying = false;
    }
}
