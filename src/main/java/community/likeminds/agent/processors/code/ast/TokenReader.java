package community.likeminds.agent.processors.code.ast;

import static community.likeminds.agent.processors.code.ast.GrammarTables.MEMORY;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * Reads a text's tokens with the functions that a grammar is compiled to. They see the text through a {@code TSLexer}, whose
 * fields stand first in this reader's memory; its own fields follow there.
 */
final class TokenReader implements AutoCloseable {

    /** What stands where no token of the grammar stands. */
    static final Derivation NONE = Derivation.token(0xFFFF, 0, 0, 0, false, null);

    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final int RESULT = 4;
    private static final int POSITION = 56;
    private static final int START = 60;
    private static final int END = 64;
    private static final int LENGTH = 68;
    private static final int TEXT = 72;
    private static final int SIZE = 80;
    private static final int STATE_SIZE = 1024;
    private static final int UNSET = -1;

    private static final long ADVANCE = stub("advance", MethodType.methodType(void.class, long.class, boolean.class));
    private static final long MARK_END = stub("markEnd", MethodType.methodType(void.class, long.class));
    private static final long COLUMN = stub("column", MethodType.methodType(int.class, long.class));
    private static final long AT_START = stub("atStart", MethodType.methodType(boolean.class, long.class));
    private static final long AT_END = stub("atEnd", MethodType.methodType(boolean.class, long.class));
    private static final long LOG = stub("log", MethodType.methodType(void.class, long.class, long.class));

    private final GrammarTables grammar;
    private final Arena arena = Arena.ofConfined();
    private final long lexer;
    private final long buffer;
    private final MemorySegment bufferMemory;
    private final long scanner;

    TokenReader(GrammarTables grammar, String text) throws Throwable {
        this.grammar = grammar;
        MemorySegment memory = arena.allocate(SIZE + STATE_SIZE, Long.BYTES);
        MemorySegment source = arena.allocate(Math.max(2L, 2L * text.length()), 2);
        MemorySegment.copy(text.toCharArray(), 0, source, ValueLayout.JAVA_CHAR, 0, text.length());
        memory.set(ValueLayout.JAVA_LONG, 8, ADVANCE);
        memory.set(ValueLayout.JAVA_LONG, 16, MARK_END);
        memory.set(ValueLayout.JAVA_LONG, 24, COLUMN);
        memory.set(ValueLayout.JAVA_LONG, 32, AT_START);
        memory.set(ValueLayout.JAVA_LONG, 40, AT_END);
        memory.set(ValueLayout.JAVA_LONG, 48, LOG);
        memory.set(ValueLayout.JAVA_INT, LENGTH, text.length());
        memory.set(ValueLayout.JAVA_LONG, TEXT, source.address());
        lexer = memory.address();
        buffer = lexer + SIZE;
        bufferMemory = memory.asSlice(SIZE);
        scanner = grammar.hasScanner ? (long) grammar.scannerCreate.invokeExact() : 0;
    }

    private static long stub(String name, MethodType type) {
        try {
            MethodHandle method = MethodHandles.lookup().findStatic(TokenReader.class, name, type);
            ValueLayout[] arguments = type.parameterList().stream()
                    .map(one -> one == boolean.class ? ValueLayout.JAVA_BOOLEAN : ValueLayout.JAVA_LONG).toArray(ValueLayout[]::new);
            FunctionDescriptor descriptor = type.returnType() == void.class ? FunctionDescriptor.ofVoid(arguments)
                    : FunctionDescriptor.of(type.returnType() == int.class ? ValueLayout.JAVA_INT : ValueLayout.JAVA_BOOLEAN, arguments);
            return Linker.nativeLinker().upcallStub(method, descriptor, Arena.global()).address();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * The token at a position in a state of the parser.
     *
     * @param before the scanner's state behind the last of its tokens
     * @return null where a rule that may stand anywhere has ended, {@link #NONE} where there is no token
     */
    @Nullable Derivation read(int state, int position, byte @Nullable [] before) throws Throwable {
        int mode = grammar.lexMode(state);
        int lexState = mode & 0xffff;
        int scannerState = mode >>> 16;
        if (lexState == 0xffff) {
            return null;
        }
        if (scannerState != 0 && grammar.hasScanner) {
            Derivation found = scan(state, scannerState, position, before);
            if (found != null) {
                return found;
            }
        }
        start(position);
        boolean found = (boolean) grammar.lex.invokeExact(lexer, (short) lexState);
        finish();
        if (!found) {
            return NONE;
        }
        int symbol = symbol();
        int start = start();
        int end = end();
        boolean keyword = false;
        if (symbol == grammar.keywordToken && symbol != 0) {
            start(start);
            keyword = (boolean) grammar.keywordLex.invokeExact(lexer, (short) 0);
            finish();
            int word = symbol();
            if (keyword && end() == end && (grammar.actionCount(grammar.entry(state, word)) > 0 || grammar.reserved(state, word))) {
                symbol = word;
            }
        }
        return Derivation.token(symbol, start, end, state, keyword, null);
    }

    private @Nullable Derivation scan(int state, int scannerState, int position, byte @Nullable [] before) throws Throwable {
        int length = before == null ? 0 : before.length;
        if (before != null) {
            MemorySegment.copy(before, 0, bufferMemory, ValueLayout.JAVA_BYTE, 0, length);
        }
        grammar.scannerDeserialize.invokeExact(scanner, length == 0 ? 0L : buffer, length);
        start(position);
        boolean found = (boolean) grammar.scannerScan.invokeExact(scanner, lexer, grammar.scannerTokens(scannerState));
        finish();
        if (!found) {
            return null;
        }
        int after = (int) grammar.scannerSerialize.invokeExact(scanner, buffer);
        boolean same = after == length && (before == null || bufferMemory.asSlice(0, after).mismatch(MemorySegment.ofArray(before)) < 0);
        int symbol = grammar.scannerSymbol(symbol());
        if (end() <= position && same && grammar.next(state, symbol) == state) {
            return null;
        }
        byte[] now = same && before != null ? before : bufferMemory.asSlice(0, after).toArray(ValueLayout.JAVA_BYTE);
        return Derivation.token(symbol, start(), end(), state, false, now);
    }

    private int symbol() {
        return GrammarTables.u16(lexer + RESULT);
    }

    private int start() {
        return GrammarTables.i32(lexer + START);
    }

    private int end() {
        return GrammarTables.i32(lexer + END);
    }

    private void start(int position) {
        MEMORY.set(ValueLayout.JAVA_INT, lexer + POSITION, position);
        MEMORY.set(ValueLayout.JAVA_INT, lexer + START, position);
        MEMORY.set(ValueLayout.JAVA_INT, lexer + END, UNSET);
        MEMORY.set(ValueLayout.JAVA_CHAR, lexer + RESULT, (char) 0);
        look(lexer, position);
        if (position == 0 && GrammarTables.i32(lexer) == BYTE_ORDER_MARK) {
            advance(lexer, true);
        }
    }

    private void finish() {
        if (end() == UNSET) {
            markEnd(lexer);
        }
        if (end() < start()) {
            MEMORY.set(ValueLayout.JAVA_INT, lexer + START, end());
        }
    }

    private static void look(long lexer, int position) {
        int length = GrammarTables.i32(lexer + LENGTH);
        int found = 0;
        if (position < length) {
            long text = GrammarTables.i64(lexer + TEXT) + 2L * position;
            found = GrammarTables.u16(text);
            if (Character.isHighSurrogate((char) found) && position + 1 < length) {
                char low = (char) GrammarTables.u16(text + 2);
                found = Character.isLowSurrogate(low) ? Character.toCodePoint((char) found, low) : found;
            }
        }
        MEMORY.set(ValueLayout.JAVA_INT, lexer, found);
    }

    /** Called from C: goes over the next character, which belongs to no token when it is skipped. */
    private static void advance(long lexer, boolean skip) {
        int position = GrammarTables.i32(lexer + POSITION);
        if (position >= GrammarTables.i32(lexer + LENGTH)) {
            return;
        }
        position += GrammarTables.i32(lexer) > 0xFFFF ? 2 : 1;
        MEMORY.set(ValueLayout.JAVA_INT, lexer + POSITION, position);
        if (skip) {
            MEMORY.set(ValueLayout.JAVA_INT, lexer + START, position);
        }
        look(lexer, position);
    }

    /** Called from C: the token ends here, whatever is looked at behind it. */
    private static void markEnd(long lexer) {
        MEMORY.set(ValueLayout.JAVA_INT, lexer + END, GrammarTables.i32(lexer + POSITION));
    }

    /** Called from C: characters since the line began, a byte order mark left out. */
    private static int column(long lexer) {
        long text = GrammarTables.i64(lexer + TEXT);
        int column = 0;
        for (int at = GrammarTables.i32(lexer + POSITION) - 1; at >= 0; at--) {
            int before = GrammarTables.u16(text + 2L * at);
            if (before == '\n') {
                break;
            }
            boolean second = Character.isLowSurrogate((char) before) && at > 0 && Character.isHighSurrogate((char) GrammarTables.u16(text + 2L * (at - 1)));
            column += second || at == 0 && before == BYTE_ORDER_MARK ? 0 : 1;
        }
        return column;
    }

    /** Called from C: whether a range that is to be parsed begins here. */
    private static boolean atStart(long lexer) {
        return GrammarTables.i32(lexer + POSITION) == 0;
    }

    /** Called from C. */
    private static boolean atEnd(long lexer) {
        return GrammarTables.i32(lexer + POSITION) >= GrammarTables.i32(lexer + LENGTH);
    }

    /** Called from C: what a scanner has to say is for its authors. */
    private static void log(long lexer, long message) {}

    @Override
    public void close() {
        try {
            if (scanner != 0) {
                grammar.scannerDestroy.invokeExact(scanner);
            }
        } catch (Throwable problem) {
            throw new IllegalStateException(problem);
        } finally {
            arena.close();
        }
    }
}
