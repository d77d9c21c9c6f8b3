package community.likeminds.agent.processors.code;

/**
 * How a JavaScript or TypeScript file is written.
 *
 * @param quote {@code '} or {@code "}
 * @param semicolons whether statements end in one
 * @param indent one level: a tab or some spaces
 * @param eol line ending
 * @param trailingCommas whether lists over several lines end in a comma
 * @param bracketSpacing whether {@code { a }} rather than {@code {a}}
 * @param esm whether modules are imported rather than required
 * @param typescript whether types may be written
 */
public record Style(
        char quote,
        boolean semicolons,
        String indent,
        String eol,
        boolean trailingCommas,
        boolean bracketSpacing,
        boolean esm,
        boolean typescript) {

    /** What most projects write. */
    public static final Style COMMON = new Style('"', true, "  ", "\n", true, true, true, true);
}
