package community.likeminds.agent.processors.code.javascript;

import community.likeminds.agent.processors.code.ast.SyntaxNode;

/** What has to stay first in a file: a hash-bang line, directives such as {@code "use client"}, a licence comment. */
final class Preamble {

    private Preamble() {}

    /** Offset behind the preamble, at the beginning of a line. */
    static int end(JsFile file) {
        String text = file.text();
        int end = text.startsWith("\uFEFF") ? 1 : 0;
        for (SyntaxNode child : file.root().children()) {
            if (child.is("hash_bang_line") || isDirective(child)) {
                end = JsText.nextLine(text, child.end());
            } else if (child.is("comment")) {
                int next = JsText.nextLine(text, child.end());
                boolean apart = child.text().startsWith("/*") && JsText.blankLineAt(text, next);
                boolean first = text.substring(end, child.start()).isBlank();
                if (!apart || !first) {
                    break;
                }
                end = next;
            } else {
                break;
            }
        }
        while (end > 1 && end < text.length() && JsText.blankLineAt(text, end) && JsText.nextLine(text, end) < text.length()) {
            end = JsText.nextLine(text, end);
        }
        return end;
    }

    static boolean isDirective(SyntaxNode statement) {
        return statement.is("expression_statement")
                && statement.parts().size() == 1
                && statement.parts().getFirst().is("string");
    }
}
