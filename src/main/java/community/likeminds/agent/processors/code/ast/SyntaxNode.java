package community.likeminds.agent.processors.code.ast;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A node of a syntax tree with its place in the text; offsets are UTF-16 offsets of the Java string. */
public final class SyntaxNode {

    /** Tokens for types that grammars call as they call the literals of these types. */
    private static final Set<String> KEYWORDS = Set.of("string", "number", "object", "symbol");

    private final String source;
    private final String type;
    private final String field;
    private final boolean named;
    private final boolean missing;
    private final int start;
    private final int end;
    private List<SyntaxNode> children = List.of();
    private @Nullable SyntaxNode parent;
    private @Nullable Below below;
    private boolean open = true;
    private long id;
    private @Nullable Derivation derivation;

    /** Reads what lies below a node when somebody asks for it. */
    interface Below {

        void read(SyntaxNode node);

        /** Whether there is something in the tree that is not of the language. */
        boolean damaged();
    }

    SyntaxNode(String source, String type, String field, boolean named, boolean missing, int start, int end) {
        this.source = source;
        this.type = !named && KEYWORDS.contains(type) ? type + " keyword" : type;
        this.field = field;
        this.named = named;
        this.missing = missing;
        this.start = start;
        this.end = end;
    }

    void add(SyntaxNode child) {
        child.parent = this;
        if (children.isEmpty()) {
            children = new ArrayList<>(4);
        }
        children.add(child);
    }

    /** The same node, whose children are read when they are asked for. */
    SyntaxNode lazy(Below reader, long identity) {
        below = reader;
        open = false;
        id = identity;
        return this;
    }

    /** @param moved how far what lies below stands from where it was derived */
    SyntaxNode lazy(Below reader, Derivation derived, int moved) {
        below = reader;
        open = false;
        derivation = derived;
        id = moved;
        return this;
    }

    /** What the node was derived from, where it was parsed here. */
    @Nullable Derivation derivation() {
        return derivation;
    }

    /** The native node, where it was parsed by the library; else how far what lies below has moved. */
    long id() {
        return id;
    }

    @Nullable Below below() {
        return below;
    }

    /** The grammar's name of the node, for example {@code call_expression}, or the token; {@code string keyword} for a type. */
    public String type() {
        return type;
    }

    public boolean is(String... types) {
        for (String one : types) {
            if (type.equals(one)) {
                return true;
            }
        }
        return false;
    }

    /** The name under which the parent holds it, or empty. */
    public String field() {
        return field;
    }

    public boolean named() {
        return named;
    }

    /** Whether the parser had to invent it. */
    public boolean missing() {
        return missing;
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }

    public String text() {
        return source.substring(start, end);
    }

    public List<SyntaxNode> children() {
        if (!open && below != null) {
            open = true;
            below.read(this);
        }
        return children;
    }

    public @Nullable SyntaxNode parent() {
        return parent;
    }

    /** Named children without comments. */
    public List<SyntaxNode> parts() {
        List<SyntaxNode> found = new ArrayList<>();
        for (SyntaxNode child : children()) {
            if (child.named && !child.type.equals("comment")) {
                found.add(child);
            }
        }
        return found;
    }

    /** The child under a field name, or null. */
    public @Nullable SyntaxNode child(String name) {
        for (SyntaxNode child : children()) {
            if (child.field.equals(name)) {
                return child;
            }
        }
        return null;
    }

    /** The first child of one of the types, or null. */
    public @Nullable SyntaxNode first(String... types) {
        for (SyntaxNode child : children()) {
            if (child.is(types)) {
                return child;
            }
        }
        return null;
    }

    /** The text of the child under a field name, or empty. */
    public String textOf(String name) {
        SyntaxNode child = child(name);
        return child == null ? "" : child.text();
    }

    /** This node and everything below it, parents first. */
    public void walk(Consumer<SyntaxNode> visitor) {
        Deque<SyntaxNode> waiting = new ArrayDeque<>();
        waiting.push(this);
        while (!waiting.isEmpty()) {
            SyntaxNode at = waiting.pop();
            visitor.accept(at);
            List<SyntaxNode> next = at.children();
            for (int i = next.size() - 1; i >= 0; i--) {
                waiting.push(next.get(i));
            }
        }
    }

    /** Every node of a type at or below this one, in the order of the text. */
    public List<SyntaxNode> all(String... types) {
        List<SyntaxNode> found = new ArrayList<>();
        walk(node -> {
            if (node.is(types)) {
                found.add(node);
            }
        });
        return found;
    }

    /** The nearest node above this one that the test accepts. */
    public Optional<SyntaxNode> above(Predicate<SyntaxNode> test) {
        SyntaxNode at = parent;
        while (at != null && !test.test(at)) {
            at = at.parent;
        }
        return Optional.ofNullable(at);
    }

    public boolean within(SyntaxNode other) {
        return start >= other.start && end <= other.end;
    }

    @Override
    public String toString() {
        return type + "[" + start + "," + end + "]";
    }
}
