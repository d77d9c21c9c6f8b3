package community.likeminds.agent.agents.coding;

/**
 * What a step does to one file.
 *
 * @param path below the project's root
 * @param kind how it is changed
 * @param text hunks of a unified diff ({@code EDIT}), the whole text ({@code CREATE}), the name of the variable
 *     ({@code SET}). Where a given value stands in it, {@code {{value:NAME}}} stands instead
 * @param value name under which the value of a variable is given ({@code SET}), or empty as long as none was given; never the
 *     value itself
 */
public record FileChange(String path, Kind kind, String text, String value) {

    public enum Kind {
        EDIT,
        CREATE,
        /** Sets a variable in a file of the environment. */
        SET,
        UNKNOWN
    }
}
