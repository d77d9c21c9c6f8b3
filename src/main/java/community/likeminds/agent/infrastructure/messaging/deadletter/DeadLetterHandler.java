package community.likeminds.agent.infrastructure.messaging.deadletter;

import community.likeminds.agent.infrastructure.messaging.Message;

/** Where a broker puts what failed for good. */
public interface DeadLetterHandler {

    /**
     * Keeps the message and takes it off its queue, both or neither.
     *
     * @param remove takes it off the queue; true when it still belonged to the caller
     */
    void bury(String queue, Message message, Failure why, Removal remove);

    /** Takes a message off its queue. */
    @FunctionalInterface
    interface Removal {
        boolean remove();
    }
}
