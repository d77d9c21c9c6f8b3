package community.likeminds.agent.processors.code.javascript;

import community.likeminds.agent.processors.code.Style;
import community.likeminds.agent.processors.code.ast.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A file while it is edited: the text as it is now, its tree, and the account of what was done. */
final class Draft {

    private final Style style;
    private final Set<String> bound;
    private JsFile file;
    private final List<String> changes = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private final List<String> satisfied = new ArrayList<>();

    Draft(JsFile file, Style style) {
        this.file = file;
        this.style = style;
        this.bound = Bindings.of(file);
    }

    Style style() {
        return style;
    }

    JsFile file() {
        return file;
    }

    String text() {
        return file.text();
    }

    /** Names that are taken, those that are going to be added among them. */
    Set<String> bound() {
        return bound;
    }

    void update(String text, String change) {
        file = JsFile.parse(text);
        changes.add(change);
    }

    void leaveOut(String sentence) {
        if (!leftOut.contains(sentence)) {
            leftOut.add(sentence);
        }
    }

    void satisfied(String sentence) {
        if (!satisfied.contains(sentence)) {
            satisfied.add(sentence);
        }
    }

    List<String> satisfied() {
        return satisfied;
    }

    List<String> changes() {
        return changes;
    }

    List<String> leftOut() {
        return leftOut;
    }

    /** The name of the variable that holds what a constructor or factory of a module made, empty when it is held by none. */
    Optional<String> holderOf(String origin) {
        for (SyntaxNode call : file.root().all("call_expression", "new_expression")) {
            SyntaxNode root = Sdk.rootName(call);
            if (root == null || !origin.equals(file.origin(root.text()))) {
                continue;
            }
            SyntaxNode declarator = call.above(one -> one.is("variable_declarator")).orElse(null);
            boolean direct = declarator != null
                    && declarator.child("value") instanceof SyntaxNode value
                    && Sdk.rootName(value) == root
                    && declarator.child("name") instanceof SyntaxNode name
                    && name.is("identifier");
            return Optional.of(direct && declarator != null ? declarator.textOf("name") : "");
        }
        return Optional.empty();
    }
}
