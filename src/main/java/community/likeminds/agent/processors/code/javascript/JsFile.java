package community.likeminds.agent.processors.code.javascript;

import community.likeminds.agent.processors.code.ast.Language;
import community.likeminds.agent.processors.code.ast.SyntaxNode;
import community.likeminds.agent.processors.code.ast.SyntaxTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A parsed JavaScript or TypeScript text with its imports and top-level declarations.
 *
 * @param text the text
 * @param tree its tree
 * @param imports its imports in order
 * @param statements its top-level statements without comments
 * @param declared statements by the top-level names that they declare; imports are not among them
 */
public record JsFile(
        String text,
        SyntaxTree tree,
        List<JsImport> imports,
        List<SyntaxNode> statements,
        Map<String, SyntaxNode> declared) {

    private static final Set<String> WHOLE = Set.of("default", "*");

    /** Parses with the grammar that fits best: one grammar for all dialects wherever it can, so that trees are alike. */
    public static JsFile parse(String text) {
        SyntaxTree best = SyntaxTree.parse(Language.TSX, text);
        if (!best.valid()) {
            SyntaxTree typescript = SyntaxTree.parse(Language.TYPESCRIPT, text);
            best = typescript.valid() ? typescript : best;
        }
        if (!best.valid()) {
            SyntaxTree javascript = SyntaxTree.parse(Language.JAVASCRIPT, text);
            best = javascript.valid() ? javascript : best;
        }
        return of(best);
    }

    static JsFile of(SyntaxTree tree) {
        List<JsImport> imports = new ArrayList<>();
        Map<String, SyntaxNode> declared = new LinkedHashMap<>();
        List<SyntaxNode> statements = tree.root().parts();
        for (SyntaxNode statement : statements) {
            JsImport one = JsImport.of(statement);
            if (one != null) {
                imports.add(one);
            } else {
                for (String name : Names.declaredBy(statement)) {
                    declared.putIfAbsent(name, statement);
                }
            }
        }
        return new JsFile(tree.text(), tree, List.copyOf(imports), statements, declared);
    }

    public boolean valid() {
        return tree.valid();
    }

    public SyntaxNode root() {
        return tree.root();
    }

    /** The import that binds a local name. */
    public Optional<JsImport> importOf(String local) {
        return imports.stream()
                .filter(one -> one.names().stream().anyMatch(name -> name.local().equals(local)))
                .findFirst();
    }

    /** What a local name stands for when it is imported: {@code module#exported}, or null; a namespace counts as the default. */
    public @Nullable String origin(String local) {
        for (JsImport one : imports) {
            for (JsImport.Bound name : one.names()) {
                if (name.local().equals(local)) {
                    return one.module() + "#" + (name.imported().equals("*") ? "default" : name.imported());
                }
            }
        }
        return null;
    }

    /** The local name of an exported name of a module, or null. */
    public @Nullable String localOf(String module, String imported) {
        for (JsImport one : imports) {
            for (JsImport.Bound name : one.names()) {
                boolean whole = WHOLE.contains(imported) && WHOLE.contains(name.imported());
                if (one.module().equals(module) && (whole || name.imported().equals(imported))) {
                    return name.local();
                }
            }
        }
        return null;
    }

    /** Every word that is used as a name anywhere: what a new name must not be. */
    public Set<String> words() {
        Set<String> words = new HashSet<>();
        root().walk(node -> {
            if (node.is("identifier", "type_identifier", "shorthand_property_identifier",
                    "shorthand_property_identifier_pattern")) {
                words.add(node.text());
            }
        });
        return words;
    }

    /** Whether modules are required: requires but no imports or exports of ECMAScript. */
    public boolean commonJs() {
        boolean esm = statements.stream().anyMatch(one -> one.is("import_statement", "export_statement"));
        return !esm
                && (imports.stream().anyMatch(JsImport::require)
                        || statements.stream().anyMatch(one -> one.text().startsWith("module.exports")
                                || one.text().startsWith("exports.")));
    }

    /** The top-level statement that holds a node. */
    public SyntaxNode statementOf(SyntaxNode node) {
        SyntaxNode at = node;
        while (at.parent() != null && at.parent() != root()) {
            at = at.parent();
        }
        return at;
    }
}
