package community.likeminds.agent.processors.code.languages;

import static community.likeminds.agent.processors.code.outline.Slot.Kind.FIXED;
import static community.likeminds.agent.processors.code.outline.Slot.Kind.KEYED;
import static community.likeminds.agent.processors.code.outline.Slot.Kind.ORDERED;
import static community.likeminds.agent.processors.code.outline.Slot.Kind.SET;
import static community.likeminds.agent.processors.code.outline.Slot.Kind.SINGLE;
import static community.likeminds.agent.processors.code.outline.Slot.Layout.COMMAS;
import static community.likeminds.agent.processors.code.outline.Slot.Layout.LINES;
import static community.likeminds.agent.processors.code.outline.Slot.Layout.SPACES;

import community.likeminds.agent.processors.code.ast.Language;
import community.likeminds.agent.processors.code.ast.SyntaxNode;
import community.likeminds.agent.processors.code.outline.Role;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Java: classes, members, annotations, parameters, statements. */
final class JavaTable {

    private static final String[] TYPES = {
        "class_declaration", "interface_declaration", "enum_declaration", "record_declaration", "annotation_type_declaration"
    };

    private JavaTable() {}

    static Table table() {
        Table table = new Table(Language.JAVA, "//")
                .piece(Role.HEADER, node -> "package", "package_declaration", "module_declaration")
                .piece(Role.IMPORT, JavaTable::imported, "import_declaration")
                .uses(JavaTable::name, "import_declaration")
                .piece(Roles.TYPE, Nodes.field("name"), TYPES)
                .piece(Roles.FIELD, JavaTable::declared, "field_declaration", "constant_declaration")
                .piece(Roles.METHOD, node -> node.textOf("name") + parameters(node), "method_declaration", "annotation_type_element_declaration")
                .piece(Roles.CONSTRUCTOR, node -> "constructor" + parameters(node), "constructor_declaration")
                .family(node -> "constructor", "constructor_declaration", "compact_constructor_declaration")
                .piece(Roles.INITIALIZER, node -> "", "static_initializer")
                .piece(Roles.CONSTANT, Nodes.field("name"), "enum_constant")
                .piece(Roles.VARIABLE, JavaTable::declared, "local_variable_declaration")
                .piece(Roles.VARIABLE, JavaTable::assigned, "expression_statement")
                .piece(Role.LAST, node -> "", "return_statement", "throw_statement")
                .piece(Roles.ANNOTATION, Nodes.field("name"), "annotation", "marker_annotation")
                .piece(Roles.VALUE, Nodes.field("key"), "element_value_pair")
                .piece(Roles.PARAMETER, JavaTable::parameter, "formal_parameter", "spread_parameter")
                .holder(KEYED, LINES, "class_body", "interface_body", "annotation_type_body")
                .holder(ORDERED, LINES, "block", "constructor_body", "switch_block")
                .holder(FIXED, COMMAS, "formal_parameters")
                .holder(KEYED, COMMAS, "annotation_argument_list")
                .holder(SET, COMMAS, "element_value_array_initializer", "super_interfaces", "extends_interfaces", "throws")
                .holder(SINGLE, COMMAS, "superclass")
                .gather("annotations", KEYED, SPACES, "", "annotation", "marker_annotation")
                .flat("type_list")
                .literals("string_literal", "block_comment")
                .quiet("public", "final", "open");
        for (String type : new String[] {"class_declaration", "record_declaration", "enum_declaration", "interface_declaration", "method_declaration",
            "field_declaration", "constructor_declaration"}) {
            table.absent(type, "annotations", KEYED, SPACES, node -> node, "", "");
        }
        table.absent("formal_parameter", "annotations", KEYED, SPACES, node -> node, " ", " ");
        table.absent("class_declaration", "superclass", SINGLE, COMMAS, node -> behind(node, "type_parameters", "name"), " extends ", "");
        for (String type : new String[] {"class_declaration", "record_declaration", "enum_declaration"}) {
            table.absent(type, "super_interfaces", SET, COMMAS,
                    node -> behind(node, "superclass", "parameters", "type_parameters", "name"), " implements ", "");
        }
        table.absent("interface_declaration", "extends_interfaces", SET, COMMAS, node -> behind(node, "type_parameters", "name"), " extends ", "");
        table.absent("method_declaration", "throws", SET, COMMAS, node -> behind(node, "parameters"), " throws ", "");
        table.absent("constructor_declaration", "throws", SET, COMMAS, node -> behind(node, "parameters"), " throws ", "");
        table.absent("marker_annotation", "annotation_argument_list", KEYED, COMMAS, node -> behind(node, "name"), "(", ")");
        table.covers = (own, shown) -> own.endsWith(".*;") && shown.replaceFirst("\\.\\w+;$", ".*;").equals(own);
        return table;
    }

    private static @Nullable SyntaxNode behind(SyntaxNode node, String... fields) {
        for (String field : fields) {
            SyntaxNode child = node.child(field);
            if (child != null) {
                return child;
            }
        }
        return null;
    }

    /** An import's own name; imports of everything have their whole path, static ones are apart. */
    private static String imported(SyntaxNode node) {
        String text = Nodes.squeezed(node.text());
        return node.first("static") != null || text.endsWith("*;") ? text : name(node);
    }

    private static String name(SyntaxNode node) {
        String text = Nodes.squeezed(node.text()).replace(";", "");
        return text.endsWith("*") ? "" : Nodes.last(text);
    }

    private static String declared(SyntaxNode node) {
        return node.children().stream().filter(one -> one.is("variable_declarator")).map(one -> one.textOf("name")).collect(Collectors.joining(","));
    }

    /** What a statement assigns to; other statements have no name. */
    private static String assigned(SyntaxNode node) {
        SyntaxNode assignment = node.first("assignment_expression");
        return assignment == null ? "" : Nodes.squeezed(assignment.textOf("left")) + " =";
    }

    private static String parameter(SyntaxNode node) {
        String name = node.textOf("name");
        return name.isEmpty() ? declared(node) : name;
    }

    private static String parameters(SyntaxNode node) {
        return Nodes.types(node.child("parameters"), one -> {
            SyntaxNode type = one.child("type");
            return type != null ? type : one.parts().stream().filter(part -> !part.is("modifiers", "variable_declarator")).findFirst().orElse(null);
        });
    }
}
