package community.likeminds.agent.services;

/** Gives tests a Chroma server. */
public final class RealChroma extends RealServer {

    public RealChroma() {
        super("chroma");
    }
}
