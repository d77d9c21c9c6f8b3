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

/** Python: imports, definitions, statements, lists of settings. */
final class PythonTable {

    private PythonTable() {}

    static Table table() {
        Table table = new Table(Language.PYTHON, "#")
                .piece(Role.IMPORT, node -> Nodes.squeezed(node.text()), "import_statement", "import_from_statement", "future_import_statement")
                .uses(PythonTable::name, "import_statement", "import_from_statement")
                .piece(Roles.TYPE, Nodes.field("name"), "class_definition")
                .piece(Roles.METHOD, Nodes.field("name"), "function_definition")
                .piece(Roles.METHOD, PythonTable::decorated, "decorated_definition")
                .piece(Role.PLAIN, PythonTable::assigned, "expression_statement")
                .piece(Role.PLAIN, node -> "", "if_statement", "with_statement", "try_statement", "for_statement", "while_statement")
                .piece(Role.LAST, node -> "", "return_statement", "raise_statement")
                .piece(Roles.ANNOTATION, node -> Nodes.squeezed(node.text()).replaceFirst("\\(.*", ""), "decorator")
                .gather("annotations", KEYED, SPACES, "", "decorator")
                .piece(Roles.VALUE, Nodes.field("key"), "pair")
                .piece(Roles.VALUE, Nodes.field("name"), "keyword_argument")
                .holder(ORDERED, LINES, "block")
                .holder(FIXED, COMMAS, "parameters")
                .holder(SET, COMMAS, "list", "tuple", "set")
                .holder(KEYED, COMMAS, "dictionary")
                .underNames("list", "tuple", "set", "dictionary")
                .literals("string");
        table.absent("function_definition", "annotations", KEYED, SPACES, node -> node, "", "");
        table.rootKind = ORDERED;
        table.covers = PythonImports::covers;
        return table;
    }

    /** The only name that an import brings in, or empty when it is not one. */
    private static String name(SyntaxNode node) {
        String names = node.text().replaceFirst("(?s)^.*\\bimport\\s+", "").replaceAll("[()\\s]+$", "").strip();
        return names.contains(",") || names.contains("*") ? "" : names.replaceFirst("^.*\\sas\\s+", "").replaceFirst("\\..*", "");
    }

    private static String decorated(SyntaxNode node) {
        SyntaxNode definition = node.child("definition");
        return definition == null ? "" : definition.textOf("name");
    }

    private static String assigned(SyntaxNode node) {
        SyntaxNode assignment = node.first("assignment");
        return assignment == null ? "" : Nodes.squeezed(assignment.textOf("left"));
    }
}
