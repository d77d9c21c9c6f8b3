package community.likeminds.agent.processors.code.javascript;

import community.likeminds.agent.processors.code.ast.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An import statement, or a {@code require} that does the same.
 *
 * @param statement the whole statement
 * @param module specifier
 * @param names what it binds; empty for an import for its side effect
 * @param typeOnly whether it is an {@code import type}
 * @param require whether it is a {@code require}
 */
public record JsImport(SyntaxNode statement, String module, List<Bound> names, boolean typeOnly, boolean require) {

    /**
     * @param local name in the file
     * @param imported exported name, {@code default} or {@code *}
     * @param typeOnly whether it is imported as a type only
     */
    public record Bound(String local, String imported, boolean typeOnly) {}

    public boolean sideEffect() {
        return names.isEmpty();
    }

    /** The import that a top-level statement is, or null. */
    static @Nullable JsImport of(SyntaxNode statement) {
        if (statement.is("import_statement")) {
            return esm(statement);
        }
        if (statement.is("lexical_declaration", "variable_declaration")) {
            List<SyntaxNode> declarators = statement.parts();
            return declarators.size() == 1 ? required(statement, declarators.getFirst()) : null;
        }
        if (statement.is("expression_statement") && !statement.parts().isEmpty()) {
            String module = requiredModule(statement.parts().getFirst());
            return module == null ? null : new JsImport(statement, module, List.of(), false, true);
        }
        return null;
    }

    private static @Nullable JsImport esm(SyntaxNode statement) {
        SyntaxNode source = statement.child("source");
        if (source == null) {
            return null;
        }
        boolean typeOnly = statement.first("type") != null;
        List<Bound> names = new ArrayList<>();
        SyntaxNode clause = statement.first("import_clause");
        if (clause != null) {
            for (SyntaxNode part : clause.parts()) {
                if (part.is("identifier")) {
                    names.add(new Bound(part.text(), "default", typeOnly));
                } else if (part.is("namespace_import")) {
                    part.parts().forEach(name -> names.add(new Bound(name.text(), "*", typeOnly)));
                } else if (part.is("named_imports")) {
                    part.parts().forEach(one -> names.add(specifier(one, typeOnly)));
                }
            }
            if (names.isEmpty()) {
                names.add(new Bound("", "", true));
            }
        }
        return new JsImport(statement, JsText.unquoted(source), List.copyOf(names), typeOnly, false);
    }

    private static Bound specifier(SyntaxNode node, boolean typeOnly) {
        String name = node.textOf("name");
        String alias = node.textOf("alias");
        String imported = name.startsWith("\"") || name.startsWith("'") ? name.substring(1, name.length() - 1) : name;
        return new Bound(alias.isEmpty() ? name : alias, imported, typeOnly || node.first("type") != null);
    }

    private static @Nullable JsImport required(SyntaxNode statement, SyntaxNode declarator) {
        SyntaxNode name = declarator.child("name");
        SyntaxNode value = declarator.child("value");
        if (name == null || value == null) {
            return null;
        }
        String member = "";
        SyntaxNode call = value;
        if (value.is("member_expression")) {
            SyntaxNode object = value.child("object");
            member = value.textOf("property");
            call = object == null ? value : object;
        }
        String module = requiredModule(call);
        if (module == null) {
            return null;
        }
        List<Bound> names = new ArrayList<>();
        if (name.is("identifier")) {
            names.add(new Bound(name.text(), member.isEmpty() ? "default" : member, false));
        } else if (name.is("object_pattern") && member.isEmpty()) {
            for (SyntaxNode part : name.parts()) {
                if (part.is("shorthand_property_identifier_pattern")) {
                    names.add(new Bound(part.text(), part.text(), false));
                } else if (part.is("pair_pattern")) {
                    names.add(new Bound(part.textOf("value"), part.textOf("key"), false));
                } else {
                    return null;
                }
            }
        } else {
            return null;
        }
        return new JsImport(statement, module, List.copyOf(names), false, true);
    }

    private static @Nullable String requiredModule(SyntaxNode call) {
        SyntaxNode function = call.child("function");
        SyntaxNode arguments = call.child("arguments");
        if (!call.is("call_expression") || function == null || arguments == null || !function.text().equals("require")) {
            return null;
        }
        List<SyntaxNode> parts = arguments.parts();
        return parts.size() == 1 && parts.getFirst().is("string") ? JsText.unquoted(parts.getFirst()) : null;
    }
}
