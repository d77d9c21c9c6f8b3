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
import org.jspecify.annotations.Nullable;

/** Kotlin: classes, objects, members, annotations, constructor parameters, statements; scripts too. */
final class KotlinTable {

    private static final List<String> BEHIND_HEAD =
            List.of("delegation_specifier", "primary_constructor", "type_parameters", "type_identifier", "simple_identifier");

    private KotlinTable() {}

    static Table table() {
        Table table = new Table(Language.KOTLIN, "//")
                .piece(Role.HEADER, node -> "package", "package_header")
                .piece(Role.IMPORT, KotlinTable::imported, "import_header")
                .uses(KotlinTable::name, "import_header")
                .piece(Roles.TYPE, node -> child(node, "type_identifier"), "class_declaration", "object_declaration", "type_alias")
                .piece(Roles.TYPE, node -> "companion", "companion_object")
                .piece(Roles.FIELD, Nodes.first("variable_declaration", "multi_variable_declaration"), "property_declaration")
                .piece(Roles.METHOD, node -> child(node, "simple_identifier") + parameters(node), "function_declaration")
                .piece(Roles.CONSTRUCTOR, node -> "constructor" + parameters(node), "secondary_constructor")
                .piece(Roles.INITIALIZER, node -> "init", "anonymous_initializer")
                .piece(Roles.CONSTANT, node -> child(node, "simple_identifier"), "enum_entry")
                .piece(Roles.VARIABLE, KotlinTable::assigned, "assignment")
                .piece(Role.LAST, node -> "", "jump_expression")
                .piece(Roles.ANNOTATION, Nodes.first("user_type"), "annotation")
                .piece(Roles.PARAMETER, node -> child(node, "simple_identifier"), "class_parameter", "parameter")
                .piece(Roles.SUPER, KotlinTable::supertype, "delegation_specifier")
                .piece(Roles.VALUE, KotlinTable::argument, "value_argument")
                .holder(KEYED, LINES, "class_body")
                .holder(ORDERED, LINES, "function_body", "control_structure_body", "lambda_literal", "anonymous_initializer")
                .holder(FIXED, COMMAS, "function_value_parameters")
                .holder(KEYED, COMMAS, "primary_constructor")
                .holder(SET, COMMAS, "collection_literal")
                .underNames("collection_literal")
                .gather("annotations", KEYED, SPACES, "", "annotation")
                .gather("supertypes", KEYED, COMMAS, "", "delegation_specifier")
                .flat("statements", "import_list")
                .literals("string_literal", "multiline_comment")
                .quiet("public", "final", "open", ":")
                .reserved("class", "fun", "val", "var", "object", "interface", "return", "if", "else", "for", "while", "when", "try");
        for (String type : new String[] {"class_declaration", "object_declaration", "function_declaration", "property_declaration"}) {
            table.absent(type, "annotations", KEYED, SPACES, node -> node, "", "");
        }
        table.absent("class_parameter", "annotations", KEYED, SPACES, node -> node, " ", " ");
        table.absent("class_declaration", "primary_constructor", KEYED, COMMAS, node -> behind(node, 2), "(", ")");
        table.absent("class_declaration", "supertypes", KEYED, COMMAS, node -> behind(node, 1), " : ", "");
        table.absent("object_declaration", "supertypes", KEYED, COMMAS, node -> behind(node, 1), " : ", "");
        table.absent("class_declaration", "body", KEYED, LINES, node -> behind(node, 0), " {", "}");
        table.absent("object_declaration", "body", KEYED, LINES, node -> behind(node, 0), " {", "}");
        table.covers = (own, shown) -> own.endsWith(".*") && shown.replaceFirst("\\.\\w+$", ".*").equals(own);
        return table;
    }

    private static @Nullable SyntaxNode behind(SyntaxNode node, int from) {
        for (String type : BEHIND_HEAD.subList(from, BEHIND_HEAD.size())) {
            List<SyntaxNode> found = node.children().stream().filter(one -> one.is(type)).toList();
            if (!found.isEmpty()) {
                return found.getLast();
            }
        }
        return null;
    }

    private static String child(SyntaxNode node, String type) {
        SyntaxNode child = node.first(type);
        return child == null ? "" : child.text();
    }

    private static String imported(SyntaxNode node) {
        String text = node.text().strip();
        return text.endsWith("*") ? text : name(node);
    }

    private static String name(SyntaxNode node) {
        String text = node.text().strip().replaceFirst("(?s);.*", "");
        return text.endsWith("*") ? "" : text.replaceFirst("^.*(?:\\.|\\sas\\s+|import\\s+)", "");
    }

    private static String assigned(SyntaxNode node) {
        SyntaxNode left = node.first("directly_assignable_expression");
        boolean plain = node.first("=") != null;
        return left == null || !plain ? "" : Nodes.squeezed(left.text()) + " =";
    }

    /** A class has one superclass, which is called. */
    private static String supertype(SyntaxNode node) {
        return node.first("constructor_invocation") != null ? "superclass" : Nodes.squeezed(node.text());
    }

    private static String argument(SyntaxNode node) {
        return node.first("=") != null ? child(node, "simple_identifier") : "";
    }

    private static String parameters(SyntaxNode node) {
        return Nodes.types(node.first("function_value_parameters"), one -> one.parts().isEmpty() ? null : one.parts().getLast());
    }
}
