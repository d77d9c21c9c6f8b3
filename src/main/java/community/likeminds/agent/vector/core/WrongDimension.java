package community.likeminds.agent.vector.core;

import community.likeminds.agent.shared.AgentException;

/** Vectors of one model that differ in length: whoever made them has changed without changing its name. */
public final class WrongDimension {

    private WrongDimension() {}

    /** The error for a vector that does not fit those that are stored. */
    public static AgentException of(int stored, int given) {
        return AgentException.badInput(
                "vector-dimension-wrong",
                "The stored vectors have " + stored + " dimensions, but one with " + given + " was given.",
                "Use the embedding model that the source was ingested with, or remove the source and ingest it again.");
    }
}
