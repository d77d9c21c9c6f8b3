package community.likeminds.agent.processors.code.languages;

import static community.likeminds.agent.processors.code.outline.Slot.Kind.FIXED;
import static community.likeminds.agent.processors.code.outline.Slot.Kind.KEYED;
import static community.likeminds.agent.processors.code.outline.Slot.Kind.ORDERED;
import static community.likeminds.agent.processors.code.outline.Slot.Kind.SET;
import static community.likeminds.agent.processors.code.outline.Slot.Layout.COMMAS;
import static community.likeminds.agent.processors.code.outline.Slot.Layout.LINES;
import static community.likeminds.agent.processors.code.outline.Slot.Layout.SPACES;

import community.likeminds.agent.processors.code.ast.Language;
import community.likeminds.agent.processors.code.ast.SyntaxNode;
import community.likeminds.agent.processors.code.outline.Role;
import java.util.List;

/** JavaScript and TypeScript: imports, declarations, classes with decorators, statements, literals of named values. */
final class ScriptTable {

    private ScriptTable() {}

    private static final String[] ELEMENTS = {"jsx_element", "jsx_self_closing_element"};

    static Table table(Language language) {
        Table table = new Table(language, "//")
                .piece(Role.IMPORT, ScriptTable::imported, "import_statement")
                .uses(ScriptTable::name, "import_statement")
                .piece(Roles.VARIABLE, ScriptTable::declared, "lexical_declaration", "variable_declaration")
                .piece(Roles.TYPE, Nodes.field("name"), "class_declaration", "interface_declaration", "enum_declaration", "type_alias_declaration",
                        "function_declaration", "generator_function_declaration", "abstract_class_declaration")
                .piece(Roles.TYPE, ScriptTable::exported, "export_statement")
                .piece(Roles.METHOD, node -> node.textOf("name"), "method_definition", "method_signature")
                .piece(Roles.FIELD, Nodes.field("name"), "public_field_definition", "field_definition", "property_signature")
                .piece(Role.PLAIN, ScriptTable::assigned, "expression_statement")
                .family(ScriptTable::declares, "lexical_declaration", "variable_declaration", "class_declaration", "function_declaration",
                        "abstract_class_declaration", "export_statement")
                .piece(Role.LAST, ScriptTable::returned, "return_statement")
                .piece(Roles.ELEMENT, node -> "", ELEMENTS)
                .family(ScriptTable::tag, ELEMENTS)
                .piece(Roles.VALUE, node -> node.parts().isEmpty() ? "" : node.parts().getFirst().text(), "jsx_attribute")
                .piece(Role.LAST, node -> "", "throw_statement")
                .piece(Roles.ANNOTATION, Nodes.first("identifier"), "decorator")
                .piece(Roles.VALUE, node -> node.textOf("key").replaceAll("^[\"']|[\"']$", ""), "pair")
                .piece(Roles.VALUE, SyntaxNode::text, "shorthand_property_identifier")
                .piece(Roles.VALUE, ScriptTable::entry, "object")
                .holder(KEYED, LINES, "class_body", "interface_body")
                .holder(ORDERED, LINES, "statement_block")
                .holder(FIXED, COMMAS, "formal_parameters")
                .holder(KEYED, COMMAS, "object")
                .holder(SET, COMMAS, "array", "named_imports")
                .underNames("array", "object")
                .gather("annotations", KEYED, SPACES, "", "decorator")
                .gather("attributes", KEYED, SPACES, "", "jsx_attribute")
                .quiet("export", "default")
                .literals("template_string", "comment");
        table.unit = "  ";
        table.rootKind = ORDERED;
        table.elements.addAll(List.of(ELEMENTS));
        table.late = ScriptTable::catchesAll;
        return table;
    }

    /** The route that takes what no other one takes stays behind the others. */
    private static boolean catchesAll(SyntaxNode node) {
        return node.is("object") && node.parts().stream().anyMatch(pair -> pair.is("pair") && pair.textOf("key").equals("path")
                && pair.textOf("value").matches("[\"'`](?:\\*\\*?|/\\*|/:\\w+\\(\\.\\*\\)\\*?)[\"'`]"));
    }

    private static String tag(SyntaxNode node) {
        SyntaxNode opening = node.is("jsx_element") ? node.children().getFirst() : node;
        String name = opening.textOf("name");
        return name.isEmpty() ? "<>" : "<" + name;
    }

    /** A function returns one object, or shows one element, of which there are parts to merge. */
    private static String returned(SyntaxNode node) {
        SyntaxNode value = node.parts().isEmpty() ? null : node.parts().getFirst();
        value = value != null && value.is("parenthesized_expression") && !value.parts().isEmpty() ? value.parts().getFirst() : value;
        return value == null ? "" : value.is("object") ? "return {}" : value.is(ELEMENTS) ? "return <>" : "";
    }

    /** The name that a statement declares, exported or not. */
    private static String declares(SyntaxNode node) {
        String name = node.is("export_statement") ? exported(node) : node.is("lexical_declaration", "variable_declaration") ? declared(node) : node.textOf("name");
        return name.isEmpty() || name.equals("default") ? "" : "declares " + name;
    }

    /** Module, with what keeps imports of one module apart. */
    private static String imported(SyntaxNode node) {
        String module = node.textOf("source").replaceAll("[\"']", "");
        String kind = node.first("type") != null ? "type " : Nodes.find(node, "namespace_import") != null ? "* " : node.first("import_clause") == null ? "" : "names ";
        return kind + module;
    }

    private static String name(SyntaxNode node) {
        List<SyntaxNode> names = node.all("import_specifier");
        SyntaxNode clause = node.first("import_clause");
        SyntaxNode alone = clause == null ? null : clause.first("identifier");
        if (names.size() == 1 && alone == null) {
            SyntaxNode one = names.getFirst();
            return one.textOf("alias").isEmpty() ? one.textOf("name") : one.textOf("alias");
        }
        return names.isEmpty() && alone != null ? alone.text() : "";
    }

    private static String declared(SyntaxNode node) {
        SyntaxNode variable = node.first("variable_declarator");
        return variable == null ? "" : Nodes.squeezed(variable.textOf("name"));
    }

    private static String exported(SyntaxNode node) {
        SyntaxNode declaration = node.child("declaration");
        if (declaration == null) {
            return node.first("default") != null ? "default" : "";
        }
        String name = declaration.is("lexical_declaration", "variable_declaration") ? declared(declaration) : declaration.textOf("name");
        return name.isEmpty() ? "default" : name;
    }

    private static String assigned(SyntaxNode node) {
        SyntaxNode assignment = node.first("assignment_expression");
        return assignment == null ? "" : Nodes.squeezed(assignment.textOf("left")) + " =";
    }

    /** An object in a list is told by what such objects are usually told by, as routes are by their path. */
    private static String entry(SyntaxNode node) {
        for (String name : List.of("path", "name", "id", "provide")) {
            for (SyntaxNode pair : node.parts()) {
                if (pair.is("pair") && pair.textOf("key").equals(name) && pair.child("value") instanceof SyntaxNode value && value.is("string", "identifier")) {
                    return name + " " + value.text().replace('\'', '"');
                }
            }
        }
        return "";
    }
}
