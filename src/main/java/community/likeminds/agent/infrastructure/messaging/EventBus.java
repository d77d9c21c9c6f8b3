package community.likeminds.agent.infrastructure.messaging;

import community.likeminds.agent.shared.TenantId;
import java.util.Set;

/**
 * What happened, for whoever wants to know. Every named consumer gets every event at least once and in order, however many processes it
 * runs in and whenever it first asks; one that comes late is given what is still kept. An event that is published inside a database
 * transaction is part of it.
 */
public interface EventBus {

    void publish(TenantId tenant, String type, String body);

    /**
     * Has events handled until the subscription is closed. A handler that fails gets the same event again after a wait; after ten
     * failures the event becomes a dead letter and the consumer goes on.
     *
     * @param consumer stable name; where it stands is remembered under it
     * @param types which events it wants; empty for all
     */
    MessageQueue.Subscription subscribe(String consumer, Set<String> types, From from, EventHandler handler);

    /** Where a consumer begins that was never heard of before. */
    enum From {
        /** With the oldest event that is kept. */
        BEGINNING,
        /** With what happens from now on. */
        NOW
    }

    /** What is done with an event; doing it twice must equal doing it once. */
    @FunctionalInterface
    interface EventHandler {
        void handle(Event event) throws Exception;
    }
}
