package community.likeminds.agent.processors.code.javascript;

import community.likeminds.agent.processors.code.ast.SyntaxNode;
import org.jspecify.annotations.Nullable;

/** Comments that belong to a statement. */
final class Comments {

    private Comments() {}

    /** Comment lines directly above a statement with their line endings and the statement's own indentation, or empty. */
    static String above(JsFile file, SyntaxNode statement) {
        int start = start(file, statement);
        return file.text().substring(start, statement.start());
    }

    /** Where a statement begins together with the comments directly above it. */
    static int start(JsFile file, SyntaxNode statement) {
        String text = file.text();
        int start = statement.start();
        SyntaxNode before = before(statement);
        while (before != null && before.is("comment") && JsText.firstOnLine(text, before.start())) {
            String between = text.substring(before.end(), start);
            if (!between.isBlank() || between.chars().filter(one -> one == '\n').count() != 1) {
                break;
            }
            start = before.start();
            before = before(before);
        }
        return start;
    }

    /** A comment behind a statement on its line with the space before it, or empty. */
    static String behind(JsFile file, SyntaxNode statement) {
        String rest = file.text().substring(statement.end(), JsText.lineEnd(file.text(), statement.end()));
        return rest.strip().startsWith("//") ? rest.stripTrailing() : "";
    }

    private static @Nullable SyntaxNode before(SyntaxNode node) {
        SyntaxNode parent = node.parent();
        if (parent == null) {
            return null;
        }
        int index = parent.children().indexOf(node);
        return index > 0 ? parent.children().get(index - 1) : null;
    }
}
