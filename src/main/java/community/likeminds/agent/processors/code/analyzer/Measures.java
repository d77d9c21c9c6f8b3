package community.likeminds.agent.processors.code.analyzer;

import community.likeminds.agent.processors.code.CodeSymbol.Complexity;
import community.likeminds.agent.processors.code.CodeSymbol.Kind;
import community.likeminds.agent.processors.code.ast.SyntaxNode;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Counts the paths through code and how deep its control flow is nested. */
final class Measures {

    private record At(SyntaxNode node, int depth) {}

    private final Rules rules;

    Measures(Rules rules) {
        this.rules = rules;
    }

    Complexity of(Kind kind, SyntaxNode node, @Nullable SyntaxNode body, int firstLine, int lastLine) {
        int lines = Math.max(1, lastLine - firstLine + 1);
        if (!kind.callable()) {
            return new Complexity(0, 0, lines);
        }
        int paths = 1;
        int deepest = 0;
        Deque<At> waiting = new ArrayDeque<>();
        SyntaxNode code = body == null ? node : body;
        code.children().forEach(child -> waiting.push(new At(child, 0)));
        while (!waiting.isEmpty()) {
            At at = waiting.pop();
            boolean named = at.node().named();
            boolean branch = named && rules.branches().contains(at.node().type())
                    || operator(at.node()) || named && rules.branches().isEmpty();
            // The label of a switch's last resort is no path of its own.
            if (branch && !(at.node().is("switch_label", "when_entry", "switch_entry", "expression_case") && lastResort(at.node()))) {
                paths++;
            }
            // "else if" continues a decision instead of nesting another one.
            SyntaxNode parent = at.node().parent();
            boolean chained = parent != null && (parent.type().equals(at.node().type()) || parent.is("else_clause"));
            int depth = at.depth() + (named && rules.nests().contains(at.node().type()) && !chained ? 1 : 0);
            deepest = Math.max(deepest, depth);
            at.node().children().forEach(child -> waiting.push(new At(child, depth)));
        }
        return new Complexity(paths, deepest, lines);
    }

    private boolean operator(SyntaxNode node) {
        return rules.operators().contains(node.type())
                || node.named() && node.is("logical_or_operator", "logical_and_operator") && !rules.operators().isEmpty();
    }

    private static boolean lastResort(SyntaxNode node) {
        String text = node.text().stripLeading();
        return text.startsWith("default") || text.startsWith("else");
    }
}
