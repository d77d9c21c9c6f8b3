package community.likeminds.agent.registry.discovery;

import community.likeminds.agent.registry.ServiceRegistry.Registration;

/** Ends a heartbeat as the death of its process would: without a farewell. */
public final class Silence {

    private Silence() {}

    public static void of(Registration registration) {
        ((Heartbeat) registration).die();
    }
}
