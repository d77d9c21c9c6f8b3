package community.likeminds.agent.processors.code.chunker;

import community.likeminds.agent.processors.code.analyzer.Lines;
import community.likeminds.agent.processors.code.ast.SyntaxNode;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where a large piece of code may be cut: before statements, the outermost ones first. */
final class Statements {

    private static final int DEEPEST = 12;

    private Statements() {}

    /** Depth of the outermost node that begins a line, by line; smaller is the better place. */
    static TreeMap<Integer, Integer> starts(@Nullable SyntaxNode code, Lines lines) {
        TreeMap<Integer, Integer> starts = new TreeMap<>();
        if (code != null) {
            collect(code, lines, 0, starts);
        }
        return starts;
    }

    private static void collect(SyntaxNode node, Lines lines, int depth, TreeMap<Integer, Integer> starts) {
        for (SyntaxNode child : node.children()) {
            int line = lines.of(child.start());
            boolean several = lines.of(Math.max(child.start(), child.end() - 1)) > line;
            if (child.named() && lines.line(line).stripLeading().startsWith(firstOf(child))) {
                starts.merge(line, depth, Math::min);
            }
            if (several && depth < DEEPEST) {
                collect(child, lines, depth + 1, starts);
            }
        }
    }

    private static String firstOf(SyntaxNode node) {
        String text = node.text();
        int end = text.indexOf('\n');
        return (end < 0 ? text : text.substring(0, end)).strip();
    }
}
