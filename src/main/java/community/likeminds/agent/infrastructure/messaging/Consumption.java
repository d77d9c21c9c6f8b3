package community.likeminds.agent.infrastructure.messaging;

import java.time.Duration;

/**
 * How a queue is consumed.
 *
 * @param parallel how many messages are handled at the same time in this process
 * @param retry what happens to a message whose handler failed
 * @param lease how long a process may be silent before its messages are given to another; renewed while a handler runs
 */
public record Consumption(int parallel, Retry retry, Duration lease) {

    public static Consumption of(int parallel) {
        return new Consumption(parallel, Retry.DEFAULT, Duration.ofSeconds(30));
    }

    public Consumption with(Retry other) {
        return new Consumption(parallel, other, lease);
    }

    public Consumption withLease(Duration other) {
        return new Consumption(parallel, retry, other);
    }
}
