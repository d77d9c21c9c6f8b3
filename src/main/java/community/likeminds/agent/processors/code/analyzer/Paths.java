package community.likeminds.agent.processors.code.analyzer;

import community.likeminds.agent.processors.code.ast.SyntaxNode;
import java.util.ArrayList;
import java.util.List;

/** Follows paths of fields and node types below a node. */
final class Paths {

    private Paths() {}

    /** Every node that a path leads to: all that fit on its last step, the first one that fits before. */
    static List<SyntaxNode> all(SyntaxNode from, String path) {
        if (path.equals(".")) {
            return List.of(from);
        }
        List<SyntaxNode> at = List.of(from);
        for (String step : path.split("\\.")) {
            List<SyntaxNode> next = new ArrayList<>();
            for (SyntaxNode node : at) {
                next.addAll(children(node, step));
            }
            at = next;
        }
        return at;
    }

    /** Children under a field; of a type when there is no such field. */
    private static List<SyntaxNode> children(SyntaxNode node, String step) {
        List<SyntaxNode> found = node.children().stream().filter(child -> child.field().equals(step)).toList();
        return found.isEmpty() ? node.children().stream().filter(child -> child.type().equals(step)).toList() : found;
    }
}
