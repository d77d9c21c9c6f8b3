package community.likeminds.agent.processors.code.ast;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A state of the parser with all ways that led to it: a node of the graph that stands for several stacks at once. */
final class StackNode {

    private static final int MOST_LINKS = 8;

    /** @param tree what was read or reduced on the way from the node before */
    record Link(StackNode node, Derivation tree) {}

    final int state;
    final int position;
    final int serial;
    /** The token before which this was the only state that the parser was in, with the scanner's state then; null when what lies below has been looked at since. */
    @Nullable Derivation token;
    byte @Nullable [] scanner;
    private @Nullable Link first;
    private List<Link> others = List.of();
    private int precedence;

    /** The bottom. */
    StackNode(int state) {
        this.state = state;
        this.position = 0;
        this.serial = 0;
        this.first = null;
    }

    StackNode(StackNode before, Derivation tree, int state, int serial) {
        this.serial = serial;
        this.state = state;
        this.position = Math.max(before.position, tree.end);
        this.first = new Link(before, tree);
        this.precedence = before.precedence + tree.precedence;
    }

    int precedence() {
        return precedence;
    }

    int links() {
        return first == null ? 0 : 1 + others.size();
    }

    Link link(int index) {
        Link one = index > 0 ? others.get(index - 1) : first;
        if (one == null) {
            throw new IllegalStateException("the bottom has nothing below");
        }
        return one;
    }

    /** Another way that leads here; what is the same as a known way is not kept twice. */
    void add(Link link) {
        if (link.node() == this) {
            return;
        }
        for (int i = 0; i < links(); i++) {
            Link known = link(i);
            if (!known.tree().like(link.tree())) {
                continue;
            }
            if (known.node() == link.node()) {
                if (link.tree().precedence > known.tree().precedence) {
                    replace(i, link);
                    precedence = link.node().precedence + link.tree().precedence;
                }
                return;
            }
            if (known.node().state == link.node().state && known.node().position == link.node().position) {
                for (int j = 0; j < link.node().links(); j++) {
                    known.node().add(link.node().link(j));
                }
                precedence = Math.max(precedence, link.node().precedence + link.tree().precedence);
                return;
            }
        }
        if (links() < MOST_LINKS) {
            if (others.isEmpty()) {
                others = new ArrayList<>(2);
            }
            others.add(link);
            precedence = Math.max(precedence, link.node().precedence + link.tree().precedence);
        }
    }

    private void replace(int index, Link link) {
        if (index == 0) {
            first = link;
        } else {
            others.set(index - 1, link);
        }
    }
}
