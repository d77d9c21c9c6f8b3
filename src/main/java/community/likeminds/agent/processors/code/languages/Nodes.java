package community.likeminds.agent.processors.code.languages;

import community.likeminds.agent.processors.code.ast.SyntaxNode;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names of nodes. */
final class Nodes {

    private Nodes() {}

    /** The text of the child under a field name. */
    static Function<SyntaxNode, String> field(String name) {
        return node -> node.textOf(name);
    }

    /** The text of the first node of one of the types, at or below a node. */
    static Function<SyntaxNode, String> first(String... types) {
        return node -> {
            SyntaxNode found = find(node, types);
            return found == null ? "" : found.text();
        };
    }

    static @Nullable SyntaxNode find(SyntaxNode node, String... types) {
        for (SyntaxNode child : node.children()) {
            if (child.is(types)) {
                return child;
            }
            SyntaxNode below = find(child, types);
            if (below != null) {
                return below;
            }
        }
        return null;
    }

    /** The types of a list of parameters, without white space. */
    static String types(@Nullable SyntaxNode parameters, Function<SyntaxNode, @Nullable SyntaxNode> type) {
        if (parameters == null) {
            return "()";
        }
        return parameters.parts().stream().map(one -> {
            SyntaxNode found = type.apply(one);
            return found == null ? "" : found.text().replaceAll("\\s+", "").replaceAll("\\.\\.\\.$", "[]");
        }).collect(Collectors.joining(",", "(", ")"));
    }

    /** The last name of a dotted path. */
    static String last(String path) {
        return path.replaceFirst("^.*[./]", "");
    }

    static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }
}
