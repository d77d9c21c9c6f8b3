package community.likeminds.agent.processors.code.languages;

import static community.likeminds.agent.processors.code.outline.Slot.Kind.KEYED;
import static community.likeminds.agent.processors.code.outline.Slot.Kind.ORDERED;
import static community.likeminds.agent.processors.code.outline.Slot.Kind.SET;
import static community.likeminds.agent.processors.code.outline.Slot.Layout.COMMAS;
import static community.likeminds.agent.processors.code.outline.Slot.Layout.LINES;
import static community.likeminds.agent.processors.code.outline.Slot.Layout.SPACES;

import community.likeminds.agent.processors.code.ast.Language;
import community.likeminds.agent.processors.code.ast.SyntaxNode;
import community.likeminds.agent.processors.code.outline.Role;
import java.util.regex.Pattern;

/** Swift: types, members, attributes, statements. */
final class SwiftTable {

    /** A SwiftUI application. */
    private static final Pattern APPLICATION = Pattern.compile("(?:@main\\s+)?struct\\s+\\w+\\s*:\\s*(?:SwiftUI\\.)?App\\b");

    private SwiftTable() {}

    static Table table() {
        Table table = new Table(Language.SWIFT, "//")
                .piece(Role.IMPORT, node -> Nodes.squeezed(node.text()), "import_declaration")
                .piece(Roles.TYPE, SwiftTable::type, "class_declaration", "protocol_declaration")
                .family(node -> APPLICATION.matcher(node.text()).lookingAt() ? "only application" : "", "class_declaration")
                .piece(Roles.FIELD, Nodes.field("name"), "property_declaration")
                .piece(Roles.METHOD, SwiftTable::method, "function_declaration", "protocol_function_declaration")
                .piece(Roles.CONSTRUCTOR, SwiftTable::method, "init_declaration")
                .piece(Role.LAST, node -> "", "control_transfer_statement")
                .piece(Roles.ANNOTATION, Nodes.first("user_type"), "attribute")
                .piece(Roles.SUPER, node -> Nodes.squeezed(node.text()), "inheritance_specifier")
                .holder(KEYED, LINES, "class_body", "protocol_body")
                .holder(ORDERED, LINES, "function_body", "lambda_literal", "computed_property", "if_statement", "guard_statement")
                .holder(SET, COMMAS, "array_literal")
                .underNames("array_literal")
                .gather("annotations", KEYED, SPACES, "", "attribute")
                .gather("supertypes", KEYED, COMMAS, "", "inheritance_specifier")
                .flat("statements")
                .literals("multi_line_string_literal", "line_string_literal", "multiline_comment")
                .quiet("public", "final", "open", "internal", ":");
        table.absent("class_declaration", "supertypes", KEYED, COMMAS, node -> node.child("name"), ": ", "");
        table.absent("class_declaration", "annotations", KEYED, SPACES, node -> node, "", "");
        return table;
    }

    private static String type(SyntaxNode node) {
        boolean extension = node.first("extension") != null;
        return (extension ? "extension " : "") + node.textOf("name");
    }

    /** Name and labels, which are a method's name in Swift. */
    private static String method(SyntaxNode node) {
        StringBuilder name = new StringBuilder(node.is("init_declaration") ? "init" : node.textOf("name")).append('(');
        for (SyntaxNode parameter : node.children()) {
            if (parameter.is("parameter")) {
                String label = parameter.textOf("external_name");
                name.append(label.isEmpty() ? parameter.textOf("name") : label).append(':');
            }
        }
        return name.append(')').toString();
    }
}
