package community.likeminds.agent.processors.code.languages;

import static community.likeminds.agent.processors.code.outline.Slot.Kind.KEYED;
import static community.likeminds.agent.processors.code.outline.Slot.Kind.ORDERED;
import static community.likeminds.agent.processors.code.outline.Slot.Layout.LINES;

import community.likeminds.agent.processors.code.ast.Language;
import community.likeminds.agent.processors.code.ast.SyntaxNode;
import community.likeminds.agent.processors.code.outline.Role;

/** Go: imports, types, functions, statements. */
final class GoTable {

    private GoTable() {}

    static Table table() {
        Table table = new Table(Language.GO, "//")
                .piece(Role.HEADER, node -> "package", "package_clause")
                .piece(Role.IMPORT, node -> Nodes.squeezed(spec(node).text()), "import_spec", "import_declaration")
                .uses(node -> name(spec(node)), "import_spec", "import_declaration")
                .piece(Roles.TYPE, node -> "type " + Nodes.first("type_identifier").apply(node), "type_declaration")
                .piece(Roles.METHOD, node -> Nodes.squeezed(node.textOf("receiver").replaceFirst("^\\(\\w+\\s", "(")) + node.textOf("name"),
                        "function_declaration", "method_declaration")
                .piece(Roles.FIELD, Nodes.first("const_spec", "var_spec"), "const_declaration", "var_declaration")
                .piece(Roles.VARIABLE, node -> node.textOf("left").equals("_") ? "" : node.textOf("left"), "short_var_declaration")
                .piece(Roles.FIELD, Nodes.field("name"), "field_declaration", "method_elem")
                .piece(Role.LAST, node -> "", "return_statement")
                .holder(KEYED, LINES, "field_declaration_list")
                .holder(ORDERED, LINES, "block")
                .flat("import_declaration", "import_spec_list", "statement_list")
                .literals("raw_string_literal");
        table.unit = "\t";
        table.group = "import_spec_list";
        table.word = "import ";
        return table;
    }

    private static SyntaxNode spec(SyntaxNode node) {
        SyntaxNode spec = node.first("import_spec");
        return spec == null ? node : spec;
    }

    /** The name that an import brings in: its alias or the last part of its path that is no version. */
    private static String name(SyntaxNode node) {
        String alias = node.textOf("name");
        if (!alias.isEmpty()) {
            return alias.equals("_") || alias.equals(".") ? "" : alias;
        }
        return node.textOf("path").replace("\"", "").replaceFirst("/v\\d+$", "").replaceFirst("^.*/", "").replaceFirst("^go-|-go$|\\.v\\d+$", "");
    }
}
