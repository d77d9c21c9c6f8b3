package community.likeminds.agent.processors.code.analyzer;

import community.likeminds.agent.processors.code.CodeSymbol.Kind;
import community.likeminds.agent.processors.code.ast.SyntaxNode;
import org.jspecify.annotations.Nullable;

/** Finds the body of a definition. */
final class Bodies {

    private static final int DEEPEST = 3;

    private Bodies() {}

    /** What holds members or statements, or null: the nearest node under the field "body" or of a type that the table names. */
    static @Nullable SyntaxNode of(SyntaxNode node, Kind kind, Rules rules) {
        if (kind.callable() || kind.type() || kind == Kind.NAMESPACE || kind == Kind.RULE || kind == Kind.GROUP) {
            return of(node, rules, DEEPEST);
        }
        return kind == Kind.PROPERTY ? node.first("computed_property", "getter", "accessor_list") : null;
    }

    private static @Nullable SyntaxNode of(SyntaxNode node, Rules rules, int depth) {
        for (SyntaxNode child : node.children()) {
            if (child.field().equals("body") || rules.bodies().contains(child.type()) || child.is("field_declaration_list")) {
                return child;
            }
        }
        if (depth == 0) {
            return null;
        }
        for (SyntaxNode child : node.children()) {
            if (child.named() && !child.field().equals("parameters") && !rules.defines().containsKey(child.type())) {
                SyntaxNode found = of(child, rules, depth - 1);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
