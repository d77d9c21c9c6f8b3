package community.likeminds.agent.processors.code.ast;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/** Reads a text's tokens with the functions that a grammar is compiled to. */
final class TokenReader implements AutoCloseable {

    /** What stands where no token of the grammar stands. */
    static final Derivation NONE = Derivation.token(0xFFFF, 0, 0, 0, false, null, 0);

    private static final int STATE_SIZE = 1024;
    /** Units of the longest character, which is looked at without being read. */
    private static final int AHEAD = 2;

    private final GrammarTables grammar;
    private final LibraryLexer library;
    private final String text;
    private final Arena arena = Arena.ofConfined();
    private final long lexer;
    private final long lookedAt;
    private final long buffer;
    private final MemorySegment bufferMemory;
    private final MemorySegment place;
    private final long scanner;
    private int looked;

    TokenReader(GrammarTables grammar, LibraryLexer library, String text) throws Throwable {
        this.grammar = grammar;
        this.library = library;
        this.text = text;
        MemorySegment source = arena.allocate(Math.max(2L, 2L * text.length()), 2);
        MemorySegment.copy(text.toCharArray(), 0, source, ValueLayout.JAVA_CHAR, 0, text.length());
        lexer = arena.allocate(LibraryLexer.SIZE, Long.BYTES).address();
        lookedAt = arena.allocate(Integer.BYTES, Integer.BYTES).address();
        bufferMemory = arena.allocate(STATE_SIZE);
        buffer = bufferMemory.address();
        place = arena.allocate(LibraryLexer.LENGTH);
        library.init().invokeExact(lexer);
        library.input().invokeExact(lexer, BoundedParse.input(source, 2 * text.length(), arena));
        scanner = grammar.hasScanner ? (long) grammar.scannerCreate.invokeExact() : 0;
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
        looked = 0;
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
        return Derivation.token(symbol, start, end, state, keyword, null, looked);
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
        return Derivation.token(symbol, start(), end(), state, false, now, looked);
    }

    private int symbol() {
        return GrammarTables.u16(lexer + LibraryLexer.RESULT);
    }

    private int start() {
        return GrammarTables.i32(lexer + LibraryLexer.TOKEN_START) / 2;
    }

    private int end() {
        return GrammarTables.i32(lexer + LibraryLexer.TOKEN_END) / 2;
    }

    private void start(int position) throws Throwable {
        place.set(ValueLayout.JAVA_INT, 0, 2 * position);
        if (scanner != 0) {
            place.set(ValueLayout.JAVA_INT, 2L * Integer.BYTES, 2 * (position - text.lastIndexOf('\n', position - 1) - 1));
        }
        library.reset().invokeExact(lexer, place);
        library.start().invokeExact(lexer);
    }

    private void finish() throws Throwable {
        looked = Math.max(looked, GrammarTables.i32(lexer + LibraryLexer.CURRENT) / 2 + AHEAD);
        library.finish().invokeExact(lexer, lookedAt);
    }

    @Override
    public void close() {
        try {
            if (scanner != 0) {
                grammar.scannerDestroy.invokeExact(scanner);
            }
            library.delete().invokeExact(lexer);
        } catch (Throwable problem) {
            throw new IllegalStateException(problem);
        } finally {
            arena.close();
        }
    }
}
