package community.likeminds.agent.infrastructure.messaging;

import java.util.List;

/**
 * Queues between processes. A message is delivered at least once, to one consumer at a time; more urgent ones first, otherwise about in the
 * order they were sent. Sending inside a database transaction is part of it: the message exists when, and only when, the transaction commits.
 * Names of queues are lower-case letters, digits, dots and hyphens, and exist by being used.
 */
public interface MessageQueue {

    /** Sends one message; what returned normally survives the loss of any process. Returns its id. */
    default String send(String queue, NewMessage message) {
        return sendAll(queue, List.of(message)).getFirst();
    }

    /** Sends several, much faster than one by one. Returns their ids in the same order. */
    List<String> sendAll(String queue, List<NewMessage> messages);

    /** Has messages handled until the subscription is closed; closing waits for the handlers that run, and interrupts them after a while. */
    Subscription consume(String queue, Consumption how, MessageHandler handler);

    Depth depth(String queue);

    /**
     * Asks whether messages can be delivered now. One that cannot keeps what is sent meanwhile.
     *
     * @throws community.likeminds.agent.shared.AgentException {@code broker-unavailable}
     */
    default void check() {}

    /** What consumes a queue. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * How much waits.
     *
     * @param ready messages that could be taken now
     * @param held messages that wait for their time
     * @param taken messages that are being handled; with RabbitMQ, in this process
     */
    record Depth(long ready, long held, long taken) {}
}
