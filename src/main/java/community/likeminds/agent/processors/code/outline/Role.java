package community.likeminds.agent.processors.code.outline;

/**
 * What a piece is to its slot.
 *
 * @param name for messages, for example {@code method}
 * @param order pieces of a lower order stand before those of a higher one
 * @param paragraph whether a blank line separates it from its neighbours
 */
public record Role(String name, int order, boolean paragraph) {

    /** What has no place of its own. */
    public static final Role PLAIN = new Role("statement", 50, false);

    /** What ends a list of statements: nothing is added behind it. */
    public static final Role LAST = new Role("end", 90, false);

    /** Brought in for others: only wanted when something that is added uses its names. */
    public static final Role IMPORT = new Role("import", 20, false);

    /** Named once a file, never added to one that has it. */
    public static final Role HEADER = new Role("header", 10, true);
}
