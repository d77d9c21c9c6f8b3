package community.likeminds.agent.processors.code.ast;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.treesitter.TSParser;

/**
 * Copies trees through the C functions of the tree-sitter library that the binding has loaded: a node costs about 0.2 µs this
 * way and about 10 µs through the binding's own objects, which look their fields up by name at every call.
 */
final class NativeTrees {

    private static final int ERROR = 0xFFFF;
    /** How long a text may take before the library gets its time. */
    private static final long LIMIT = TimeUnit.SECONDS.toNanos(3);
    private static final StructLayout NODE = MemoryLayout.structLayout(
            MemoryLayout.sequenceLayout(4, ValueLayout.JAVA_INT), ValueLayout.ADDRESS, ValueLayout.ADDRESS);
    private static final StructLayout CURSOR = MemoryLayout.structLayout(
            ValueLayout.ADDRESS, ValueLayout.ADDRESS, MemoryLayout.sequenceLayout(3, ValueLayout.JAVA_INT),
            MemoryLayout.paddingLayout(4));
    private static final long ID = 4 * ValueLayout.JAVA_INT.byteSize();
    /** {@code TSInputEdit}: start, old and new end as bytes, then the same as rows and columns. */
    private static final StructLayout EDIT = MemoryLayout.structLayout(MemoryLayout.sequenceLayout(9, ValueLayout.JAVA_INT));
    /** Longer texts would fill the memory with what they are derived from. */
    private static final int LONGEST = 2_000_000;
    /** {@code library} leaves all parsing to the library. */
    private static final String PARSER = "likeminds.code.parser";
    private static final Optional<NativeTrees> LOADED = load();

    /** Names of a grammar's symbols and fields by number. */
    record Grammar(MemorySegment pointer, List<String> symbols, List<Boolean> named, List<String> fields, @Nullable GrammarTables tables) {}

    private final SymbolLookup symbols = SymbolLookup.loaderLookup();
    private final MethodHandle parserNew = handle("ts_parser_new", FunctionDescriptor.of(ValueLayout.ADDRESS));
    private final MethodHandle parserDelete = handle("ts_parser_delete", FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));
    private final MethodHandle setLanguage = handle("ts_parser_set_language",
            FunctionDescriptor.of(ValueLayout.JAVA_BOOLEAN, ValueLayout.ADDRESS, ValueLayout.ADDRESS));
    private final BoundedParse parse = new BoundedParse(address("ts_parser_parse_with_options"));
    private final MethodHandle treeDelete = handle("ts_tree_delete", FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));
    private final MethodHandle root = handle("ts_tree_root_node", FunctionDescriptor.of(NODE, ValueLayout.ADDRESS));
    private final MethodHandle treeCopy = handle("ts_tree_copy", FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS));
    private final MethodHandle treeEdit = handle("ts_tree_edit", FunctionDescriptor.ofVoid(ValueLayout.ADDRESS, ValueLayout.ADDRESS));
    private final MethodHandle cursorReset = quick("ts_tree_cursor_reset", FunctionDescriptor.ofVoid(ValueLayout.ADDRESS, NODE));
    private final MethodHandle childCount = quick("ts_node_child_count", FunctionDescriptor.of(ValueLayout.JAVA_INT, NODE));
    private final MethodHandle cursorNew = handle("ts_tree_cursor_new", FunctionDescriptor.of(CURSOR, NODE));
    private final MethodHandle cursorDelete = handle("ts_tree_cursor_delete", FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));
    private final MethodHandle hasError = quick("ts_node_has_error", FunctionDescriptor.of(ValueLayout.JAVA_BOOLEAN, NODE));
    private final MethodHandle current = quick("ts_tree_cursor_current_node", FunctionDescriptor.of(NODE, ValueLayout.ADDRESS));
    private final MethodHandle fieldId =
            quick("ts_tree_cursor_current_field_id", FunctionDescriptor.of(ValueLayout.JAVA_SHORT, ValueLayout.ADDRESS));
    private final MethodHandle firstChild =
            quick("ts_tree_cursor_goto_first_child", FunctionDescriptor.of(ValueLayout.JAVA_BOOLEAN, ValueLayout.ADDRESS));
    private final MethodHandle nextSibling =
            quick("ts_tree_cursor_goto_next_sibling", FunctionDescriptor.of(ValueLayout.JAVA_BOOLEAN, ValueLayout.ADDRESS));
    private final MethodHandle goParent =
            quick("ts_tree_cursor_goto_parent", FunctionDescriptor.of(ValueLayout.JAVA_BOOLEAN, ValueLayout.ADDRESS));
    private final MethodHandle symbol = quick("ts_node_symbol", FunctionDescriptor.of(ValueLayout.JAVA_SHORT, NODE));
    private final MethodHandle endByte = quick("ts_node_end_byte", FunctionDescriptor.of(ValueLayout.JAVA_INT, NODE));
    private final MethodHandle isMissing = quick("ts_node_is_missing", FunctionDescriptor.of(ValueLayout.JAVA_BOOLEAN, NODE));
    private final Map<Language, Grammar> grammars = new EnumMap<>(Language.class);

    private final @Nullable LibraryLexer lexer = "library".equals(System.getProperty(PARSER)) ? null : LibraryLexer.of(symbols).orElse(null);

    private NativeTrees() {}

    /** The reader, or empty where the platform's library does not show its functions. */
    static Optional<NativeTrees> loaded() {
        return LOADED;
    }

    private static Optional<NativeTrees> load() {
        try (TSParser parser = new TSParser()) {
            NativeTrees trees = new NativeTrees();
            return trees.symbols.find("tree_sitter_none").isEmpty() && parser != null ? Optional.of(trees) : Optional.empty();
        } catch (IllegalStateException | UnsupportedOperationException | IllegalCallerException notShown) {
            return Optional.empty();
        }
    }

    private MethodHandle handle(String name, FunctionDescriptor descriptor) {
        return Linker.nativeLinker().downcallHandle(address(name), descriptor);
    }

    /** A function that returns at once, which may be called without the thread leaving the virtual machine. */
    private MethodHandle quick(String name, FunctionDescriptor descriptor) {
        return Linker.nativeLinker().downcallHandle(address(name), descriptor, Linker.Option.critical(false));
    }

    private MemorySegment address(String name) {
        return symbols.find(name).orElseThrow(() -> new IllegalStateException(name));
    }

    /** The whole tree as objects. */
    SyntaxNode read(Language language, String text) {
        SyntaxNode derived = derived(language, text);
        if (derived == null) {
            return readByLibrary(language, text);
        }
        derived.walk(node -> {});
        return derived;
    }

    /** The tree of a correct text, whose nodes are read when somebody asks for them; null when the library has to look at it. */
    @Nullable SyntaxNode derived(Language language, String text) {
        return derived(language, text, null, null);
    }

    /** The same with what an earlier parse came to. */
    @Nullable SyntaxNode derived(Language language, String text, @Nullable Spans spans, Spans.@Nullable Search earlier) {
        LibraryLexer library = lexer;
        if (library == null || text.length() > LONGEST) {
            return null;
        }
        try {
            Grammar grammar = grammar(language);
            GrammarTables tables = grammar.tables();
            Derivation derivation = tables == null ? null : GeneralParser.parse(tables, library, text, System.nanoTime() + LIMIT, spans, earlier);
            return derivation == null || tables == null ? null : new DerivedTree(grammar, tables, text).root(derivation);
        } catch (IndexOutOfBoundsException | NoSuchElementException | IllegalStateException surprise) {
            // Tables that are not as they should be are the library's, which understands its own grammars.
            return null;
        } catch (Throwable problem) {
            throw thrown(problem);
        }
    }

    /** The same by the library, also of a text that is not of the language; its own tree is freed. */
    SyntaxNode readByLibrary(Language language, String text) {
        return using(language, text, (grammar, tree, arena) -> copy(grammar, text, tree, arena)).orElseGet(() -> unknown(text));
    }

    /** Whether a text is of the language, without a look at its tree. */
    boolean parses(Language language, String text) {
        return derived(language, text) != null || parsesByLibrary(language, text);
    }

    /** The same by the library. */
    boolean parsesByLibrary(Language language, String text) {
        return using(language, text, (grammar, tree, arena) -> !damaged(tree, arena)).orElse(false);
    }

    /** Nothing is known of a text that took too long but that it is not of the language. */
    static SyntaxNode unknown(String text) {
        return new SyntaxNode(text, "ERROR", "", true, false, 0, text.length());
    }

    private interface Use<T> {
        T of(Grammar grammar, MemorySegment tree, Arena arena) throws Throwable;
    }

    private <T> Optional<T> using(Language language, String text, Use<T> use) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment tree = parse(language, text, MemorySegment.NULL);
            if (tree.equals(MemorySegment.NULL)) {
                return Optional.empty();
            }
            try {
                return Optional.of(use.of(grammar(language), tree, arena));
            } finally {
                delete(tree);
            }
        } catch (Throwable problem) {
            throw thrown(problem);
        }
    }

    private static RuntimeException thrown(Throwable problem) {
        if (problem instanceof Error error) {
            throw error;
        }
        return problem instanceof RuntimeException known ? known : new IllegalStateException(problem);
    }

    /** The native tree of a text, or a null pointer when the time was over. @param old the tree of a similar text that was edited to fit, or a null pointer */
    MemorySegment parse(Language language, String text, MemorySegment old) {
        try (Arena arena = Arena.ofConfined()) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_16LE);
            MemorySegment source = arena.allocate(Math.max(bytes.length, 2));
            MemorySegment.copy(bytes, 0, source, ValueLayout.JAVA_BYTE, 0, bytes.length);
            MemorySegment parser = (MemorySegment) parserNew.invokeExact();
            try {
                boolean known = (boolean) setLanguage.invokeExact(parser, grammar(language).pointer());
                if (!known) {
                    throw new IllegalStateException("the grammar of " + language + " is of another version");
                }
                return parse.run(parser, old, source, bytes.length, arena);
            } finally {
                parserDelete.invokeExact(parser);
            }
        } catch (Throwable problem) {
            throw thrown(problem);
        }
    }

    void delete(MemorySegment tree) {
        try {
            treeDelete.invokeExact(tree);
        } catch (Throwable problem) {
            throw thrown(problem);
        }
    }

    /** A copy of a tree with a change of its text made known; parts that the change does not touch are shared. */
    MemorySegment edited(MemorySegment tree, List<Change> changes) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment copy = (MemorySegment) treeCopy.invokeExact(tree);
            MemorySegment edit = arena.allocate(EDIT);
            for (Change one : changes) {
                int[] fields = {one.start() * 2, one.oldEnd() * 2, one.newEnd() * 2, one.startLine(), one.startColumn() * 2, one.oldEndLine(),
                    one.oldEndColumn() * 2, one.newEndLine(), one.newEndColumn() * 2};
                MemorySegment.copy(fields, 0, edit, ValueLayout.JAVA_INT, 0, fields.length);
                treeEdit.invokeExact(copy, edit);
            }
            return copy;
        } catch (Throwable problem) {
            throw thrown(problem);
        }
    }

    /** Whether there is something in a tree that is not of the language. */
    boolean damaged(MemorySegment tree, Arena arena) {
        try {
            MemorySegment top = (MemorySegment) root.invokeExact(SegmentAllocator.prefixAllocator(arena.allocate(NODE)), tree);
            return (boolean) hasError.invokeExact(top);
        } catch (Throwable problem) {
            throw thrown(problem);
        }
    }

    /** The root of a tree whose other nodes are read when somebody asks for them. */
    SyntaxNode lazyRoot(Language language, String text, MemorySegment tree, Arena arena, SyntaxNode.Below below) {
        try {
            MemorySegment at = (MemorySegment) root.invokeExact(SegmentAllocator.prefixAllocator(arena.allocate(NODE)), tree);
            return node(grammar(language), text, at, 0).lazy(below, at.get(ValueLayout.JAVA_LONG, ID));
        } catch (Throwable problem) {
            throw thrown(problem);
        }
    }

    /** A cursor for {@link #children}, made for a tree and freed by {@link #delete(Cursor)}. */
    Cursor cursor(MemorySegment tree, Arena arena) {
        try {
            MemorySegment node = arena.allocate(NODE);
            MemorySegment top = (MemorySegment) root.invokeExact(SegmentAllocator.prefixAllocator(node), tree);
            return new Cursor((MemorySegment) cursorNew.invokeExact(SegmentAllocator.prefixAllocator(arena.allocate(CURSOR)), top), node, arena.allocate(NODE));
        } catch (Throwable problem) {
            throw thrown(problem);
        }
    }

    void delete(Cursor cursor) {
        try {
            cursorDelete.invokeExact(cursor.cursor());
        } catch (Throwable problem) {
            throw thrown(problem);
        }
    }

    /** Gives a node its children. */
    void children(Language language, String text, MemorySegment tree, Cursor cursor, SyntaxNode parent, SyntaxNode.Below below) {
        try {
            MemorySegment top = cursor.top();
            top.set(ValueLayout.JAVA_INT, 0, parent.start() * 2);
            top.asSlice(Integer.BYTES, ID - Integer.BYTES).fill((byte) 0);
            top.set(ValueLayout.JAVA_LONG, ID, parent.id());
            top.set(ValueLayout.ADDRESS, ID + Long.BYTES, tree);
            cursorReset.invokeExact(cursor.cursor(), top);
            if (!(boolean) firstChild.invokeExact(cursor.cursor())) {
                return;
            }
            Grammar grammar = grammar(language);
            SegmentAllocator nodes = SegmentAllocator.prefixAllocator(cursor.current());
            do {
                MemorySegment at = (MemorySegment) current.invokeExact(nodes, cursor.cursor());
                int field = Short.toUnsignedInt((short) fieldId.invokeExact(cursor.cursor()));
                SyntaxNode node = node(grammar, text, at, field);
                boolean leaf = (int) childCount.invokeExact(at) == 0;
                parent.add(leaf ? node : node.lazy(below, at.get(ValueLayout.JAVA_LONG, ID)));
            } while ((boolean) nextSibling.invokeExact(cursor.cursor()));
        } catch (Throwable problem) {
            throw thrown(problem);
        }
    }

    /** @param current room for the node that the cursor is at */
    record Cursor(MemorySegment cursor, MemorySegment top, MemorySegment current) {}

    /** A replaced range, offsets and columns in characters. */
    record Change(int start, int oldEnd, int newEnd, int startLine, int startColumn, int oldEndLine, int oldEndColumn, int newEndLine, int newEndColumn) {}

    private SyntaxNode copy(Grammar grammar, String text, MemorySegment tree, Arena arena) throws Throwable {
        SegmentAllocator nodes = SegmentAllocator.prefixAllocator(arena.allocate(NODE));
        MemorySegment top = (MemorySegment) root.invokeExact(SegmentAllocator.prefixAllocator(arena.allocate(NODE)), tree);
        MemorySegment cursor = (MemorySegment) cursorNew.invokeExact(SegmentAllocator.prefixAllocator(arena.allocate(CURSOR)), top);
        try {
            SyntaxNode first = at(grammar, text, cursor, nodes);
            Deque<SyntaxNode> above = new ArrayDeque<>();
            above.push(first);
            boolean down = (boolean) firstChild.invokeExact(cursor);
            while (down) {
                SyntaxNode node = at(grammar, text, cursor, nodes);
                above.element().add(node);
                if ((boolean) firstChild.invokeExact(cursor)) {
                    above.push(node);
                    continue;
                }
                while (!(boolean) nextSibling.invokeExact(cursor)) {
                    boolean up = (boolean) goParent.invokeExact(cursor);
                    above.pop();
                    if (!up || above.isEmpty()) {
                        return first;
                    }
                }
            }
            return first;
        } finally {
            cursorDelete.invokeExact(cursor);
        }
    }

    private SyntaxNode at(Grammar grammar, String text, MemorySegment cursor, SegmentAllocator nodes) throws Throwable {
        MemorySegment at = (MemorySegment) current.invokeExact(nodes, cursor);
        int field = Short.toUnsignedInt((short) fieldId.invokeExact(cursor));
        return node(grammar, text, at, field);
    }

    private SyntaxNode node(Grammar grammar, String text, MemorySegment at, int field) throws Throwable {
        int kind = Short.toUnsignedInt((short) symbol.invokeExact(at));
        int start = Math.min(at.get(ValueLayout.JAVA_INT, 0) / 2, text.length());
        int end = Math.min((int) endByte.invokeExact(at) / 2, text.length());
        boolean missing = start == end && (boolean) isMissing.invokeExact(at);
        boolean error = kind == ERROR;
        return new SyntaxNode(text, error ? "ERROR" : grammar.symbols().get(kind),
                field == 0 ? "" : grammar.fields().get(field), error || grammar.named().get(kind), missing, start, end);
    }

    Grammar grammar(Language language) throws Throwable {
        synchronized (grammars) {
            Grammar known = grammars.get(language);
            if (known != null) {
                return known;
            }
            SyntaxTree.grammar(language);
            MethodHandle make = handle("tree_sitter_" + language.name().toLowerCase(Locale.ROOT), FunctionDescriptor.of(ValueLayout.ADDRESS));
            MemorySegment pointer = (MemorySegment) make.invokeExact();
            FunctionDescriptor count = FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS);
            FunctionDescriptor name = FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_SHORT);
            FunctionDescriptor type = FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_SHORT);
            MethodHandle symbolName = handle("ts_language_symbol_name", name);
            MethodHandle symbolType = handle("ts_language_symbol_type", type);
            MethodHandle fieldName = handle("ts_language_field_name_for_id", name);
            int symbolCount = (int) handle("ts_language_symbol_count", count).invokeExact(pointer);
            int fieldCount = (int) handle("ts_language_field_count", count).invokeExact(pointer);
            List<String> names = new ArrayList<>();
            List<Boolean> named = new ArrayList<>();
            for (int i = 0; i < symbolCount; i++) {
                names.add(string((MemorySegment) symbolName.invokeExact(pointer, (short) i)));
                named.add((int) symbolType.invokeExact(pointer, (short) i) == 0);
            }
            List<String> fields = new ArrayList<>(List.of(""));
            for (int i = 1; i <= fieldCount; i++) {
                fields.add(string((MemorySegment) fieldName.invokeExact(pointer, (short) i)));
            }
            Grammar grammar = new Grammar(pointer, List.copyOf(names), List.copyOf(named), List.copyOf(fields), GrammarTables.of(pointer, symbolCount, fieldCount).orElse(null));
            grammars.put(language, grammar);
            return grammar;
        }
    }

    private static String string(MemorySegment pointer) {
        return pointer.equals(MemorySegment.NULL) ? "" : pointer.reinterpret(Long.MAX_VALUE).getString(0);
    }
}
