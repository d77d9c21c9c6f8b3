package community.likeminds.agent.processors.code.analyzer;

import community.likeminds.agent.processors.code.CodeSymbol;
import community.likeminds.agent.processors.code.ast.SyntaxNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A symbol with its place in the tree.
 *
 * @param body what holds its members or statements, or null
 * @param members definitions in it, in the order of the text
 */
public record Definition(CodeSymbol symbol, SyntaxNode node, @Nullable SyntaxNode body, List<Definition> members) {

    public Definition {
        members = List.copyOf(members);
    }
}
