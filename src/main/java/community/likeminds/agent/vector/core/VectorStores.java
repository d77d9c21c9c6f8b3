package community.likeminds.agent.vector.core;

/** The stores of an installation, one for each space. */
public interface VectorStores {

    /** The store of a space; the same one each time it is asked for. */
    VectorStore of(Space space);
}
