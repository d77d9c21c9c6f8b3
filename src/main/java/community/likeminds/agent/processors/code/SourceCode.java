package community.likeminds.agent.processors.code;

import community.likeminds.agent.shared.Remote;
import java.util.List;

/** Reads source code. Languages are chosen by the file's extension. */
@Remote(limit = Remote.Limit.RUN, repeatable = true)
public interface SourceCode {

    /** Whether files of this name can be parsed. */
    boolean knows(String fileName);

    /** Every syntax error of a text, in order; empty when it parses or the language is not known. */
    List<SyntaxError> check(String fileName, String text);

    /** Every import and re-export of a JavaScript or TypeScript text. */
    List<ImportedName> imports(String fileName, String text);

    /**
     * Every use of a name that was imported from one of the packages: members that are read or called on it
     * ({@code Client.builder} of {@code Client.builder().build()}), JSX attributes, constructor calls.
     */
    List<SymbolUse> uses(String fileName, String text, List<String> packages);

    /**
     * @param line from 1
     * @param column from 1
     * @param message one sentence
     */
    record SyntaxError(int line, int column, String message) {}

    /**
     * @param module specifier, for example {@code @scope/name/sub} or {@code ./App}
     * @param name exported name, {@code default}, {@code *}, or empty for an import for its side effect only
     * @param alias local name, or empty
     * @param typeOnly whether it is an {@code import type}
     */
    record ImportedName(String module, String name, String alias, boolean typeOnly) {}

    /**
     * @param module module that the name was imported from
     * @param name exported name
     * @param member dotted members read on it directly ({@code builder}, {@code THEME.DARK}), or empty for the name alone
     * @param line from 1
     * @param start offset of the last member (or of the name) in the text
     * @param end end offset
     */
    record SymbolUse(String module, String name, String member, int line, int start, int end) {}
}
