package community.likeminds.agent.processors.code.ast;

import community.likeminds.agent.processors.code.ast.NativeTrees.Grammar;
import java.util.ArrayDeque;
import java.util.Deque;

/** Reads a derivation as the tree that the library shows: without hidden rules, under the names that rules give to their parts. */
final class DerivedTree implements SyntaxNode.Below {

    private static final class Hidden {

        final Derivation rule;
        final int field;
        final int moved;
        int next;
        int place;

        Hidden(Derivation rule, int field, int moved) {
            this.rule = rule;
            this.field = field;
            this.moved = moved;
        }
    }

    private final Grammar grammar;
    private final GrammarTables tables;
    private final String text;

    DerivedTree(Grammar grammar, GrammarTables tables, String text) {
        this.grammar = grammar;
        this.tables = tables;
        this.text = text;
    }

    /** The root, whose other nodes are read when somebody asks for them. */
    SyntaxNode root(Derivation derivation) {
        return node(derivation, derivation.symbol, 0, 0);
    }

    @Override
    public void read(SyntaxNode parent) {
        Derivation of = parent.derivation();
        if (of == null) {
            throw new IllegalStateException("a node of another tree");
        }
        Deque<Hidden> open = new ArrayDeque<>();
        open.push(new Hidden(of, 0, (int) parent.id()));
        while (!open.isEmpty()) {
            Hidden at = open.element();
            if (at.next == at.rule.children.length) {
                open.pop();
                continue;
            }
            Derivation child = at.rule.children[at.next++];
            int place = child.extra ? -1 : at.place++;
            int own = child.extra ? 0 : tables.field(at.rule.production, place);
            int field = child.extra || own != 0 ? own : at.field;
            int alias = child.extra ? 0 : tables.alias(at.rule.production, place);
            if (alias != 0 || tables.visible(child.symbol)) {
                parent.add(node(child, alias == 0 ? child.symbol : alias, field, at.moved));
            } else if (child.children.length > 0) {
                open.push(new Hidden(child, field, at.moved + child.moved));
            }
        }
    }

    private SyntaxNode node(Derivation derivation, int symbol, int field, int moved) {
        int shown = tables.publicSymbol(symbol);
        SyntaxNode node = new SyntaxNode(text, grammar.symbols().get(shown), field == 0 ? "" : grammar.fields().get(field), grammar.named().get(shown), false,
                derivation.start + moved, derivation.end + moved);
        return derivation.children.length == 0 ? node : node.lazy(this, derivation, moved + derivation.moved);
    }

    @Override
    public boolean damaged() {
        return false;
    }
}
