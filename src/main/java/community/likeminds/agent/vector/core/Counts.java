package community.likeminds.agent.vector.core;

/**
 * How much a collection holds.
 *
 * @param entries all of them
 * @param embedded those that have a vector of the model that was asked for
 */
public record Counts(int entries, int embedded) {

    public static final Counts NONE = new Counts(0, 0);
}
