package community.likeminds.agent.infrastructure.storage;

import community.likeminds.agent.shared.AgentException;

/** A store that is well as long as a question to it is answered. */
record AskedStore(String store, String adapter, boolean needed, Runnable question) implements StoreHealth {

    @Override
    public State check() {
        try {
            question.run();
            return new State(store, adapter, needed, true, "");
        } catch (AgentException failure) {
            return new State(store, adapter, needed, false, failure.fact() + " " + failure.remedy());
        }
    }
}
