package community.likeminds.agent.processors.code;

import java.util.List;

/**
 * What a file of source code consists of.
 *
 * @param path below the root that was read, forward slashes
 * @param language lower-case name ({@code java}, {@code tsx}, {@code objc}), or empty when there is no grammar
 * @param namespace package that it declares, or empty
 * @param lines number of lines
 * @param symbols what it defines, in the order of the text, members after their types
 * @param imports what it imports, one a name
 * @param calls places that call something
 * @param uses places that use an imported name
 * @param errors number of places that the grammar does not understand
 */
public record CodeFile(
        String path,
        String language,
        String namespace,
        int lines,
        List<CodeSymbol> symbols,
        List<Import> imports,
        List<Call> calls,
        List<Use> uses,
        int errors) {

    public CodeFile {
        symbols = List.copyOf(symbols);
        imports = List.copyOf(imports);
        calls = List.copyOf(calls);
        uses = List.copyOf(uses);
    }

    /**
     * @param module package, module or file that is imported, as written
     * @param name name out of it, {@code *} for everything, {@code default}, or empty when the module itself is imported
     * @param alias name that the file uses for it, or empty when there is none
     * @param line from 1
     */
    public record Import(String module, String name, String alias, int line) {}

    /**
     * @param callee name of what is called or constructed
     * @param receiver what it is called on when that is a plain name ({@code client}, {@code this.client}), else empty
     * @param line from 1
     */
    public record Call(String callee, String receiver, int line) {}

    /**
     * @param module where the name was imported from
     * @param name imported name
     * @param member what is read or called on it directly, or empty
     * @param line from 1
     */
    public record Use(String module, String name, String member, int line) {}
}
