package community.likeminds.agent.processors.code.languages;

import static community.likeminds.agent.processors.code.outline.Slot.Kind.KEYED;
import static community.likeminds.agent.processors.code.outline.Slot.Kind.ORDERED;
import static community.likeminds.agent.processors.code.outline.Slot.Kind.SET;
import static community.likeminds.agent.processors.code.outline.Slot.Layout.COMMAS;
import static community.likeminds.agent.processors.code.outline.Slot.Layout.LINES;

import community.likeminds.agent.processors.code.ast.Language;
import community.likeminds.agent.processors.code.ast.SyntaxNode;
import community.likeminds.agent.processors.code.outline.Role;
import java.util.Set;
import java.util.regex.Pattern;

/** Dart: imports, classes, members, statements. */
final class DartTable {

    /** What builds the application itself. */
    private static final Pattern APPLICATION = Pattern.compile("\\b(?:Material|Cupertino|Widgets)App\\b(?:\\.router)?\\(");

    private DartTable() {}

    static Table table() {
        Table table = new Table(Language.DART, "//")
                .piece(Role.HEADER, node -> "library", "library_name")
                .piece(Role.IMPORT, node -> Nodes.squeezed(node.text()).replace('"', '\''), "import_or_export")
                .piece(Roles.TYPE, Nodes.field("name"), "class_definition", "enum_declaration", "mixin_declaration", "extension_declaration")
                .family(node -> APPLICATION.matcher(node.text()).find() ? "only application" : "", "class_definition")
                .piece(Roles.METHOD, Nodes.field("name"), "function_signature")
                .piece(Roles.METHOD, DartTable::method, "method_signature")
                .piece(Roles.FIELD, DartTable::declared, "declaration")
                .piece(Roles.VARIABLE, DartTable::local, "local_variable_declaration")
                .piece(Role.PLAIN, node -> "", "expression_statement")
                .family(node -> node.text().startsWith("runApp(") ? "runApp" : "", "expression_statement")
                .piece(Role.LAST, node -> "", "return_statement")
                .holder(KEYED, LINES, "class_body")
                .holder(ORDERED, LINES, "block")
                .holder(SET, COMMAS, "list_literal")
                .underNames("list_literal")
                .literals("string_literal");
        table.unit = "  ";
        table.openers.addAll(Set.of("annotation", "function_signature", "method_signature"));
        table.quiet("final", "@", "override");
        return table;
    }

    private static String method(SyntaxNode node) {
        SyntaxNode signature = node.parts().isEmpty() ? node : node.parts().getLast();
        String name = signature.textOf("name");
        return name.isEmpty() ? Nodes.squeezed(signature.text()).replaceFirst("\\(.*", "") : name;
    }

    private static String declared(SyntaxNode node) {
        SyntaxNode name = Nodes.find(node, "initialized_identifier", "static_final_declaration");
        if (name != null && !name.parts().isEmpty()) {
            return name.parts().getFirst().text();
        }
        return Nodes.squeezed(node.text()).replaceFirst("\\(.*", "");
    }

    private static String local(SyntaxNode node) {
        SyntaxNode variable = Nodes.find(node, "initialized_variable_definition");
        return variable == null ? "" : variable.textOf("name");
    }
}
