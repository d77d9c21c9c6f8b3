package community.likeminds.agent.processors.code.javascript;

import community.likeminds.agent.processors.code.ast.SyntaxNode;
import community.likeminds.agent.processors.code.ast.TextEdits;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names that code declares, uses and can be given. */
final class Names {

    private static final String[] FUNCTIONS = {
        "function_declaration", "function_expression", "arrow_function", "method_definition", "generator_function",
        "generator_function_declaration"
    };

    private Names() {}

    static boolean isFunction(SyntaxNode node) {
        return node.is(FUNCTIONS);
    }

    /** Top-level names that a statement declares. */
    static List<String> declaredBy(SyntaxNode statement) {
        SyntaxNode at = statement;
        if (at.is("export_statement")) {
            SyntaxNode declaration = at.child("declaration");
            SyntaxNode value = at.child("value");
            at = declaration != null ? declaration : value != null ? value : at;
        }
        Set<String> names = new LinkedHashSet<>();
        if (at.is("lexical_declaration", "variable_declaration")) {
            for (SyntaxNode declarator : at.parts()) {
                SyntaxNode name = declarator.child("name");
                if (name != null) {
                    bound(name, names);
                }
            }
        } else if (at.child("name") != null && at.type().contains("declaration")) {
            names.add(at.textOf("name"));
        }
        return List.copyOf(names);
    }

    /** Names that a pattern binds. */
    static void bound(SyntaxNode pattern, Set<String> names) {
        if (pattern.is("identifier", "type_identifier", "shorthand_property_identifier_pattern")) {
            names.add(pattern.text());
            return;
        }
        if (pattern.is("type_annotation")) {
            return;
        }
        for (SyntaxNode child : pattern.parts()) {
            boolean skipped = child.field().equals("key")
                    || child.field().equals("right")
                    || child.field().equals("value") && !pattern.is("pair_pattern");
            if (!skipped) {
                bound(child, names);
            }
        }
    }

    /** Names that a piece of code takes from outside: used in it and not declared by it. */
    static Set<String> free(SyntaxNode code) {
        Set<String> used = new LinkedHashSet<>();
        Set<String> own = new LinkedHashSet<>();
        code.walk(node -> {
            if (node.is("identifier", "shorthand_property_identifier", "type_identifier")) {
                if (!isHostTag(node) && !isQualified(node)) {
                    used.add(node.text());
                }
            }
            if (node.is("formal_parameters")) {
                bound(node, own);
            } else if (node.is("variable_declarator", "function_declaration", "class_declaration", "interface_declaration",
                            "type_alias_declaration", "enum_declaration", "type_parameter")
                    && node.child("name") instanceof SyntaxNode name) {
                bound(name, own);
            } else if (node.is("arrow_function") && node.child("parameter") instanceof SyntaxNode parameter) {
                bound(parameter, own);
            } else if (node.is("catch_clause") && node.child("parameter") instanceof SyntaxNode parameter) {
                bound(parameter, own);
            }
        });
        used.removeAll(own);
        return used;
    }

    /** The last part of {@code React.ReactNode} is no name of its own. */
    private static boolean isQualified(SyntaxNode identifier) {
        SyntaxNode parent = identifier.parent();
        return parent != null && parent.is("nested_type_identifier") && identifier.field().equals("name");
    }

    private static boolean isHostTag(SyntaxNode identifier) {
        SyntaxNode parent = identifier.parent();
        return parent != null
                && identifier.field().equals("name")
                && parent.is("jsx_opening_element", "jsx_closing_element", "jsx_self_closing_element")
                && !JsText.isComponentName(identifier.text());
    }

    /** The text of a piece of code with names replaced; a shorthand property keeps its key. */
    static String renamed(SyntaxNode code, Map<String, String> names) {
        TextEdits edits = new TextEdits(code.text());
        code.walk(node -> {
            String to = node.is("identifier", "shorthand_property_identifier", "type_identifier")
                    ? names.get(node.text()) : null;
            if (to != null && !to.equals(node.text())) {
                String text = node.is("shorthand_property_identifier") ? node.text() + ": " + to : to;
                edits.replace(node.start() - code.start(), node.end() - code.start(), text);
            }
        });
        return edits.apply();
    }

    /** The names of some that {@link #fresh} may have made of one that was taken. */
    static List<String> others(String wanted, Set<String> known) {
        String base = fresh(wanted, "", Set.of(wanted));
        return known.stream().filter(one -> one.startsWith(base) && one.substring(base.length()).matches("\\d{0,3}")).sorted().toList();
    }

    /** A name that is not taken yet: {@code client}, {@code sdkClient}, {@code sdkClient2}, ... */
    static String fresh(String wanted, String hint, Set<String> taken) {
        if (!taken.contains(wanted)) {
            return wanted;
        }
        String tail = Character.toUpperCase(wanted.charAt(0)) + wanted.substring(1);
        String base = hint.isEmpty() ? "sdk" + tail : hint + tail;
        String name = base;
        for (int i = 2; taken.contains(name); i++) {
            name = base + i;
        }
        return name;
    }
}
