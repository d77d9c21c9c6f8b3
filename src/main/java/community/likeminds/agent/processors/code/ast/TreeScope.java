package community.likeminds.agent.processors.code.ast;

import community.likeminds.agent.processors.code.ast.NativeTrees.Change;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * While a scope is open, trees that its thread parses stay native: their nodes are read when somebody asks for them, and a text that is much
 * like one that was parsed before is parsed only where it differs. Trees of a scope must not be used when it is closed, nor by other threads.
 */
public final class TreeScope implements AutoCloseable {

    private static final ThreadLocal<@Nullable TreeScope> CURRENT = new ThreadLocal<>();

    private final @Nullable TreeScope outer;
    private final NativeTrees natives;
    private final Arena arena = Arena.ofConfined();
    private final List<Held> trees = new ArrayList<>();
    private final List<Derived> derived = new ArrayList<>();

    private TreeScope(@Nullable TreeScope outer, NativeTrees natives) {
        this.outer = outer;
        this.natives = natives;
    }

    /** Opens a scope for this thread; without native access trees are copied as they are without a scope. */
    public static AutoClosing open() {
        NativeTrees natives = NativeTrees.loaded().orElse(null);
        if (natives == null) {
            return () -> {};
        }
        TreeScope scope = new TreeScope(CURRENT.get(), natives);
        CURRENT.set(scope);
        return scope::close;
    }

    /** What {@link #open} gives: closing it throws nothing. */
    public interface AutoClosing extends AutoCloseable {
        @Override
        void close();
    }

    static @Nullable TreeScope current() {
        return CURRENT.get();
    }

    @Override
    public void close() {
        if (outer == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(outer);
        }
        trees.forEach(Held::free);
        arena.close();
    }

    SyntaxNode read(Language language, String text) {
        Derived before = null;
        for (Derived one : derived.reversed()) {
            if (one.language() == language && one.text().equals(text)) {
                return one.root();
            }
            before = before == null && one.language() == language && TextChanges.alike(one.text(), text) ? one : before;
        }
        Spans spans = new Spans(text);
        SyntaxNode correct = natives.derived(language, text, spans, before == null ? null : before.spans().search(text));
        if (correct != null) {
            derived.add(new Derived(language, text, correct, spans));
            return correct;
        }
        Held like = null;
        for (int i = trees.size() - 1; i >= 0; i--) {
            Held one = trees.get(i);
            if (one.language == language && one.text.equals(text)) {
                return one.root();
            }
            like = like == null && one.language == language && TextChanges.alike(one.text, text) ? one : like;
        }
        MemorySegment old = like == null ? MemorySegment.NULL : natives.edited(like.tree, TextChanges.between(like.text, text));
        try {
            MemorySegment tree = natives.parse(language, text, old);
            if (tree.equals(MemorySegment.NULL)) {
                return NativeTrees.unknown(text);
            }
            Held held = new Held(language, text, tree);
            trees.add(held);
            return held.root();
        } finally {
            if (!old.equals(MemorySegment.NULL)) {
                natives.delete(old);
            }
        }
    }

    /** A correct text, its tree and what the parser came to on its way. */
    private record Derived(Language language, String text, SyntaxNode root, Spans spans) {}

    /** A native tree and what is read of it. */
    private final class Held implements SyntaxNode.Below {

        private final Language language;
        private final String text;
        private final MemorySegment tree;
        private final boolean damaged;
        private NativeTrees.@Nullable Cursor cursor;
        private boolean freed;
        private @Nullable SyntaxNode root;

        Held(Language language, String text, MemorySegment tree) {
            this.language = language;
            this.text = text;
            this.tree = tree;
            this.damaged = natives.damaged(tree, arena);
        }

        SyntaxNode root() {
            SyntaxNode known = root;
            if (known == null) {
                known = natives.lazyRoot(language, text, tree, arena, this);
                root = known;
            }
            return known;
        }

        @Override
        public void read(SyntaxNode node) {
            if (freed) {
                throw new IllegalStateException("a tree was used after its scope");
            }
            NativeTrees.Cursor at = cursor;
            if (at == null) {
                at = natives.cursor(tree, arena);
                cursor = at;
            }
            natives.children(language, text, tree, at, node, this);
        }

        @Override
        public boolean damaged() {
            return damaged;
        }

        void free() {
            freed = true;
            if (cursor != null) {
                natives.delete(cursor);
            }
            natives.delete(tree);
        }
    }
}
