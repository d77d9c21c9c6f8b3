package community.likeminds.agent.services;

/** Gives tests a Consul agent. */
public final class RealConsul extends RealServer {

    public RealConsul() {
        super("consul");
    }
}
