package community.likeminds.agent.processors.docs;

/**
 * The file that a code block says it belongs to.
 *
 * @param path as written, for example {@code src/main.tsx} or {@code index.tsx}
 * @param origin where the hint stands
 */
public record FileHint(String path, Origin origin) {

    /** Strongest first. */
    public enum Origin {
        /** {@code title=}, {@code filename=}, {@code [name]} and their like on the fence. */
        METADATA,
        /** A comment on the block's first line. */
        COMMENT,
        /** The label of the tab that holds the block. */
        TAB,
        /** The prose just before the block. */
        PROSE,
        /** The heading above the block. */
        HEADING
    }
}
