package community.likeminds.agent.infrastructure.storage;

import community.likeminds.agent.shared.AgentException;

/** Whether a store or another server can be used now; there is one for each that this process has chosen. */
public interface StoreHealth {

    /** The port, for example {@code relational}. */
    String store();

    /** What stands behind it and people know it by, for example {@code postgresql}. */
    String adapter();

    /** Whether nothing works without it; a cache only makes things faster. */
    boolean needed();

    /** Asks the store; takes no longer than its time limits. */
    State check();

    /**
     * @param store the port, for example {@code relational}
     * @param adapter what stands behind it, for example {@code postgresql}
     * @param needed whether nothing works without it; a cache only makes things faster
     * @param ready whether it answered
     * @param missing why it is not ready and what to do, or empty
     */
    record State(String store, String adapter, boolean needed, boolean ready, String missing) {}

    /** @param question throws an {@link AgentException} when the store cannot be used */
    static StoreHealth of(String store, String adapter, boolean needed, Runnable question) {
        return new AskedStore(store, adapter, needed, question);
    }
}
