package community.likeminds.agent.services;

/** Gives tests a Redis server. */
public final class RealRedis extends RealServer {

    public RealRedis() {
        super("redis");
    }
}
