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
import java.util.Optional;
import org.treesitter.TSParser;

/**
 * Copies trees through the C functions of the tree-sitter library that the binding has loaded: a node costs about 0.2 µs this
 * way and about 10 µs through the binding's own objects, which look their fields up by name at every call.
 */
final class NativeTrees {

    private static final int ERROR = 0xFFFF;
    private static final StructLayout NODE = MemoryLayout.structLayout(
            MemoryLayout.sequenceLayout(4, ValueLayout.JAVA_INT), ValueLayout.ADDRESS, ValueLayout.ADDRESS);
    private static final StructLayout CURSOR = MemoryLayout.structLayout(
            ValueLayout.ADDRESS, ValueLayout.ADDRESS, MemoryLayout.sequenceLayout(3, ValueLayout.JAVA_INT),
            MemoryLayout.paddingLayout(4));
    private static final Optional<NativeTrees> LOADED = load();

    /** Names of a grammar's symbols and fields by number. */
    private record Grammar(MemorySegment pointer, List<String> symbols, List<Boolean> named, List<String> fields) {}

    private final SymbolLookup symbols = SymbolLookup.loaderLookup();
    private final MethodHandle parserNew = handle("ts_parser_new", FunctionDescriptor.of(ValueLayout.ADDRESS));
    private final MethodHandle parserDelete = handle("ts_parser_delete", FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));
    private final MethodHandle setLanguage = handle("ts_parser_set_language",
            FunctionDescriptor.of(ValueLayout.JAVA_BOOLEAN, ValueLayout.ADDRESS, ValueLayout.ADDRESS));
    private final BoundedParse parse = new BoundedParse(address("ts_parser_parse_with_options"));
    private final MethodHandle treeDelete = handle("ts_tree_delete", FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));
    private final MethodHandle root = handle("ts_tree_root_node", FunctionDescriptor.of(NODE, ValueLayout.ADDRESS));
    private final MethodHandle cursorNew = handle("ts_tree_cursor_new", FunctionDescriptor.of(CURSOR, NODE));
    private final MethodHandle cursorDelete = handle("ts_tree_cursor_delete", FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));
    private final MethodHandle current = handle("ts_tree_cursor_current_node", FunctionDescriptor.of(NODE, ValueLayout.ADDRESS));
    private final MethodHandle fieldId =
            handle("ts_tree_cursor_current_field_id", FunctionDescriptor.of(ValueLayout.JAVA_SHORT, ValueLayout.ADDRESS));
    private final MethodHandle firstChild =
            handle("ts_tree_cursor_goto_first_child", FunctionDescriptor.of(ValueLayout.JAVA_BOOLEAN, ValueLayout.ADDRESS));
    private final MethodHandle nextSibling =
            handle("ts_tree_cursor_goto_next_sibling", FunctionDescriptor.of(ValueLayout.JAVA_BOOLEAN, ValueLayout.ADDRESS));
    private final MethodHandle goParent =
            handle("ts_tree_cursor_goto_parent", FunctionDescriptor.of(ValueLayout.JAVA_BOOLEAN, ValueLayout.ADDRESS));
    private final MethodHandle symbol = handle("ts_node_symbol", FunctionDescriptor.of(ValueLayout.JAVA_SHORT, NODE));
    private final MethodHandle endByte = handle("ts_node_end_byte", FunctionDescriptor.of(ValueLayout.JAVA_INT, NODE));
    private final MethodHandle isMissing = handle("ts_node_is_missing", FunctionDescriptor.of(ValueLayout.JAVA_BOOLEAN, NODE));
    private final Map<Language, Grammar> grammars = new EnumMap<>(Language.class);

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

    private MemorySegment address(String name) {
        return symbols.find(name).orElseThrow(() -> new IllegalStateException(name));
    }

    SyntaxNode read(Language language, String text) {
        try (Arena arena = Arena.ofConfined()) {
            Grammar grammar = grammar(language);
            byte[] bytes = text.getBytes(StandardCharsets.UTF_16LE);
            MemorySegment source = arena.allocate(Math.max(bytes.length, 2));
            MemorySegment.copy(bytes, 0, source, ValueLayout.JAVA_BYTE, 0, bytes.length);
            MemorySegment parser = (MemorySegment) parserNew.invokeExact();
            try {
                boolean known = (boolean) setLanguage.invokeExact(parser, grammar.pointer());
                if (!known) {
                    throw new IllegalStateException("the grammar of " + language + " is of another version");
                }
                MemorySegment tree = parse.run(parser, source, bytes.length, arena);
                if (tree.equals(MemorySegment.NULL)) {
                    // Nothing is known of such a text but that it is not of the language.
                    return new SyntaxNode(text, "ERROR", "", true, false, 0, text.length());
                }
                try {
                    return copy(grammar, text, tree, arena);
                } finally {
                    treeDelete.invokeExact(tree);
                }
            } finally {
                parserDelete.invokeExact(parser);
            }
        } catch (RuntimeException | Error problem) {
            throw problem;
        } catch (Throwable problem) {
            throw new IllegalStateException(problem);
        }
    }

    private SyntaxNode copy(Grammar grammar, String text, MemorySegment tree, Arena arena) throws Throwable {
        SegmentAllocator nodes = SegmentAllocator.prefixAllocator(arena.allocate(NODE));
        MemorySegment top = (MemorySegment) root.invokeExact(SegmentAllocator.prefixAllocator(arena.allocate(NODE)), tree);
        MemorySegment cursor = (MemorySegment) cursorNew.invokeExact(SegmentAllocator.prefixAllocator(arena.allocate(CURSOR)), top);
        try {
            SyntaxNode first = node(grammar, text, cursor, nodes);
            Deque<SyntaxNode> above = new ArrayDeque<>();
            above.push(first);
            boolean down = (boolean) firstChild.invokeExact(cursor);
            while (down) {
                SyntaxNode node = node(grammar, text, cursor, nodes);
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

    private SyntaxNode node(Grammar grammar, String text, MemorySegment cursor, SegmentAllocator nodes) throws Throwable {
        MemorySegment at = (MemorySegment) current.invokeExact(nodes, cursor);
        int kind = Short.toUnsignedInt((short) symbol.invokeExact(at));
        int field = Short.toUnsignedInt((short) fieldId.invokeExact(cursor));
        int start = Math.min(at.get(ValueLayout.JAVA_INT, 0) / 2, text.length());
        int end = Math.min((int) endByte.invokeExact(at) / 2, text.length());
        boolean missing = start == end && (boolean) isMissing.invokeExact(at);
        boolean error = kind == ERROR;
        return new SyntaxNode(text, error ? "ERROR" : grammar.symbols().get(kind),
                field == 0 ? "" : grammar.fields().get(field), error || grammar.named().get(kind), missing, start, end);
    }

    private Grammar grammar(Language language) throws Throwable {
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
            Grammar grammar = new Grammar(pointer, List.copyOf(names), List.copyOf(named), List.copyOf(fields));
            grammars.put(language, grammar);
            return grammar;
        }
    }

    private static String string(MemorySegment pointer) {
        return pointer.equals(MemorySegment.NULL) ? "" : pointer.reinterpret(Long.MAX_VALUE).getString(0);
    }
}
