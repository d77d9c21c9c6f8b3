package community.likeminds.agent.infrastructure.messaging;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often a message is tried, and how long it waits in between: exponential, with up to a fifth added at random so that what failed
 * together does not come back together.
 *
 * @param attempts how often in all, at least 1
 * @param first the wait after the first failure
 * @param longest the wait that no other exceeds
 */
public record Retry(int attempts, Duration first, Duration longest) {

    public static final Retry DEFAULT = new Retry(5, Duration.ofSeconds(1), Duration.ofMinutes(5));

    public Retry {
        if (attempts < 1) {
            throw new IllegalArgumentException("A message is tried once at least: " + attempts);
        }
    }

    /** How long to wait after so many attempts. */
    public Duration after(int attempt) {
        long doubled = first.toMillis() << Math.min(attempt - 1, 20);
        long bounded = Math.min(doubled, longest.toMillis());
        return Duration.ofMillis(bounded + ThreadLocalRandom.current().nextLong(bounded / 5 + 1));
    }
}
