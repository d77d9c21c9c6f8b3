package community.likeminds.agent.processors.code.javascript;

import community.likeminds.agent.processors.code.ast.SyntaxNode;
import community.likeminds.agent.processors.code.ast.TextEdits;
import java.util.List;

/** Takes the types out of TypeScript, so that plain JavaScript is left. */
final class Types {

    private Types() {}

    static String stripped(JsFile file) {
        String text = file.text();
        TextEdits edits = new TextEdits(text);
        file.root().walk(node -> strip(node, text, edits));
        return edits.apply();
    }

    private static void strip(SyntaxNode node, String text, TextEdits edits) {
        switch (node.type()) {
            case "type_annotation", "type_arguments", "type_parameters", "implements_clause", "accessibility_modifier",
                    "override_modifier", "type_predicate_annotation", "asserts_annotation" -> {
                int end = node.end();
                boolean modifier = node.type().endsWith("_modifier");
                while (modifier && end < text.length() && text.charAt(end) == ' ') {
                    end++;
                }
                int start = node.start();
                while (node.is("implements_clause") && text.charAt(start - 1) == ' ') {
                    start--;
                }
                edits.delete(start, end);
            }
            case "interface_declaration", "type_alias_declaration", "ambient_declaration", "function_signature" ->
                wholeLine(node, text, edits);
            case "import_statement" -> {
                if (node.first("type") != null) {
                    wholeLine(node, text, edits);
                } else {
                    typeSpecifiers(node, edits);
                }
            }
            case "as_expression", "satisfies_expression" -> {
                List<SyntaxNode> parts = node.parts();
                if (!parts.isEmpty()) {
                    edits.delete(parts.getFirst().end(), node.end());
                }
            }
            case "non_null_expression" -> edits.delete(node.end() - 1, node.end());
            case "optional_parameter" -> {
                SyntaxNode mark = node.first("?");
                if (mark != null) {
                    edits.delete(mark.start(), mark.end());
                }
            }
            case "readonly", "abstract" -> {
                if (!node.named() && node.parent() != null && node.parent().type().contains("field_definition")) {
                    edits.delete(node.start(), node.end() + 1);
                }
            }
            default -> { }
        }
    }

    private static void typeSpecifiers(SyntaxNode statement, TextEdits edits) {
        SyntaxNode list = statement.all("named_imports").stream().findFirst().orElse(null);
        if (list == null) {
            return;
        }
        List<SyntaxNode> items = list.parts();
        for (int i = 0; i < items.size(); i++) {
            SyntaxNode item = items.get(i);
            if (item.first("type") != null) {
                int start = i == 0 ? item.start() : items.get(i - 1).end();
                int end = i == 0 && items.size() > 1 ? items.get(1).start() : item.end();
                edits.delete(start, end);
            }
        }
    }

    private static void wholeLine(SyntaxNode node, String text, TextEdits edits) {
        SyntaxNode at = node.parent() != null && node.parent().is("export_statement") ? node.parent() : node;
        int start = JsText.firstOnLine(text, at.start()) ? JsText.lineStart(text, at.start()) : at.start();
        int end = JsText.lastOnLine(text, at.end()) ? JsText.nextLine(text, at.end()) : at.end();
        if (end < text.length() && JsText.blankLineAt(text, end)) {
            end = JsText.nextLine(text, end);
        }
        edits.delete(start, end);
    }
}
