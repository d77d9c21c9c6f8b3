package community.likeminds.agent.processors.code;

import community.likeminds.agent.shared.Remote;
import java.util.List;
import java.util.Map;

/** Reads code as documentation shows it, and makes it fit a project. */
@Remote(limit = Remote.Limit.RUN, repeatable = true)
public interface DocumentedCode {

    /**
     * What a piece of documented code consists of.
     *
     * @param language language of its fence
     * @param packages packages that the guide installs, and relative specifiers of modules that it creates; empty for every
     *     package that is no framework
     */
    SnippetParts describe(String code, String language, List<String> packages);

    /** What a piece of documented code consists of, every package but the frameworks counting as the SDK's. */
    default SnippetParts describe(String code, String language) {
        return describe(code, language, List.of());
    }

    /**
     * The code with string literals replaced by expressions; a JSX attribute gets braces, a template string a substitution.
     *
     * @param values expressions by the literals' values without quotes
     */
    String replaceLiterals(String code, String language, Map<String, String> values);

    /**
     * The code as a new file of a project: without types where the file is JavaScript, with the project's quotes, semicolons,
     * indentation, line endings and kind of modules, without imports that nothing uses.
     *
     * @param targetPath path of the new file; its extension chooses the language
     * @param sample text of a file of the project that shows its style, or empty
     * @param esm whether modules are imported rather than required
     */
    String adapt(String code, String language, String targetPath, String sample, boolean esm);

    /** The text without the imported names that nothing uses; imports for their side effect stay. */
    String removeUnusedImports(String fileName, String text);

    /** How a JavaScript or TypeScript text is written. */
    Style style(String fileName, String text);

    /**
     * Whether a text calls or constructs an exported name of a package: {@code new X(}, {@code X(}, {@code ns.X(}.
     *
     * @param packageName package or module specifier; empty for a name from anywhere
     */
    boolean isMade(String fileName, String text, String packageName, String name);

    /** Whether a text shows an exported component of a package as a JSX element. */
    boolean isShown(String fileName, String text, String packageName, String name);
}
