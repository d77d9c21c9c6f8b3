package community.likeminds.agent.processors.code.javascript;

import community.likeminds.agent.processors.code.ast.SyntaxNode;

/** Code without what formatting decides: white space, comments, quotes, semicolons, trailing commas. */
final class Shape {

    private Shape() {}

    static String of(SyntaxNode code) {
        StringBuilder shape = new StringBuilder();
        append(code, shape);
        return shape.toString();
    }

    private static void append(SyntaxNode node, StringBuilder shape) {
        if (node.is("comment", ";")) {
            return;
        }
        if (node.is("string")) {
            shape.append('"').append(JsText.unquoted(node)).append('"').append(' ');
            return;
        }
        if (node.children().isEmpty()) {
            if (!node.text().isBlank()) {
                shape.append(node.text().strip().replaceAll("\\s+", " ")).append(' ');
            }
            return;
        }
        for (int i = 0; i < node.children().size(); i++) {
            SyntaxNode child = node.children().get(i);
            boolean trailing = child.is(",") && i + 2 == node.children().size();
            if (!trailing) {
                append(child, shape);
            }
        }
    }
}
