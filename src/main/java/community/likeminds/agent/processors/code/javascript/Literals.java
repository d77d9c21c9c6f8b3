package community.likeminds.agent.processors.code.javascript;

import community.likeminds.agent.processors.code.ast.SyntaxNode;
import community.likeminds.agent.processors.code.ast.TextEdits;
import java.util.Map;

/** Replaces string literals by expressions. */
public final class Literals {

    private Literals() {}

    public static String replace(String code, Map<String, String> values) {
        JsFile file = JsFile.parse(code);
        if (!file.valid()) {
            file = JsFile.parse(Elisions.blanked(code));
        }
        TextEdits edits = new TextEdits(code);
        file.root().walk(node -> {
            if (node.is("string")) {
                String expression = values.get(JsText.unquoted(node));
                SyntaxNode parent = node.parent();
                if (expression == null || parent == null || parent.is("import_statement", "export_statement")
                        || parent.is("pair") && parent.child("key") == node) {
                    return;
                }
                boolean attribute = parent.is("jsx_attribute");
                boolean quoted = expression.matches("\"[^\"]*\"|'[^']*'");
                edits.replace(node.start(), node.end(), attribute && !quoted ? "{" + expression + "}" : expression);
            } else if (node.is("template_string")) {
                String expression = values.get(node.text().substring(1, Math.max(1, node.text().length() - 1)));
                if (expression != null) {
                    edits.replace(node.start(), node.end(), expression);
                }
            } else if (node.is("jsx_text")) {
                String expression = values.get(node.text().strip());
                if (expression != null) {
                    int start = node.start() + node.text().indexOf(node.text().strip());
                    edits.replace(start, start + node.text().strip().length(), "{" + expression + "}");
                }
            }
        });
        return edits.apply();
    }
}
