package community.likeminds.agent.processors.code.ast;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The tables of a grammar in the library's memory, in the layout of tree-sitter's language versions 13 to 15. */
final class GrammarTables {

    /** All memory of the process, for reading the library's constants. */
    static final MemorySegment MEMORY = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

    private static final int SHIFT = 0;
    private static final int REDUCE = 1;
    private static final int ACCEPT = 2;

    final int symbols;
    final int keywordToken;
    final boolean hasScanner;
    final MethodHandle lex;
    final MethodHandle keywordLex;
    final MethodHandle scannerCreate;
    final MethodHandle scannerDestroy;
    final MethodHandle scannerScan;
    final MethodHandle scannerSerialize;
    final MethodHandle scannerDeserialize;

    private final int version;
    private final int tokens;
    private final int externals;
    private final int largeStates;
    private final int aliasLength;
    private final int reservedLength;
    private final long table;
    private final long small;
    private final long smallMap;
    private final long actions;
    private final long fieldSlices;
    private final long fields;
    private final long metadata;
    private final long publicSymbols;
    private final long aliases;
    private final long lexModes;
    private final long reserved;
    private final long scannerStates;
    private final long scannerSymbols;
    private final AtomicReferenceArray<char[]> rows;

    /** The tables of a grammar; empty where they are not in a layout that is known, by the version and by what the library counts itself. */
    static Optional<GrammarTables> of(MemorySegment language, int symbols, int fields) {
        long at = language.address();
        int version = i32(at);
        boolean known = version >= 13 && version <= 15 && i32(at + 4) + i32(at + 8) == symbols && i32(at + 32) == fields && i32(at + 12) <= symbols && i32(at + 24) <= i32(at + 20);
        return known ? Optional.of(new GrammarTables(language)) : Optional.empty();
    }

    private GrammarTables(MemorySegment language) {
        long at = language.address();
        version = i32(at);
        symbols = i32(at + 4);
        tokens = i32(at + 12);
        externals = i32(at + 16);
        rows = new AtomicReferenceArray<>(i32(at + 20));
        largeStates = i32(at + 24);
        aliasLength = u16(at + 36);
        table = i64(at + 40);
        small = i64(at + 48);
        smallMap = i64(at + 56);
        actions = i64(at + 64);
        fieldSlices = i64(at + 88);
        fields = i64(at + 96);
        metadata = i64(at + 104);
        publicSymbols = i64(at + 112);
        aliases = i64(at + 128);
        lexModes = i64(at + 136);
        keywordToken = u16(at + 160);
        scannerStates = i64(at + 168);
        scannerSymbols = i64(at + 176);
        reserved = version < 15 ? 0 : i64(at + 240);
        reservedLength = version < 15 ? 0 : u16(at + 248);
        FunctionDescriptor lexer = FunctionDescriptor.of(ValueLayout.JAVA_BOOLEAN, ValueLayout.JAVA_LONG, ValueLayout.JAVA_SHORT);
        lex = function(i64(at + 144), lexer);
        keywordLex = function(keywordToken == 0 ? i64(at + 144) : i64(at + 152), lexer);
        hasScanner = externals > 0 && i64(at + 200) != 0;
        // A grammar without a scanner never calls these.
        long none = i64(at + 144);
        scannerCreate = function(hasScanner ? i64(at + 184) : none, FunctionDescriptor.of(ValueLayout.JAVA_LONG));
        scannerDestroy = function(hasScanner ? i64(at + 192) : none, FunctionDescriptor.ofVoid(ValueLayout.JAVA_LONG));
        scannerScan = function(hasScanner ? i64(at + 200) : none,
                FunctionDescriptor.of(ValueLayout.JAVA_BOOLEAN, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));
        scannerSerialize = function(hasScanner ? i64(at + 208) : none, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));
        scannerDeserialize = function(hasScanner ? i64(at + 216) : none,
                FunctionDescriptor.ofVoid(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT));
    }

    private static MethodHandle function(long address, FunctionDescriptor descriptor) {
        return Linker.nativeLinker().downcallHandle(MemorySegment.ofAddress(address), descriptor);
    }

    static int i32(long address) {
        return MEMORY.get(ValueLayout.JAVA_INT, address);
    }

    static int u16(long address) {
        return MEMORY.get(ValueLayout.JAVA_CHAR, address);
    }

    static long i64(long address) {
        return MEMORY.get(ValueLayout.JAVA_LONG, address);
    }

    private static int u8(long address) {
        return MEMORY.get(ValueLayout.JAVA_BYTE, address) & 0xff;
    }

    /** The entry of the parse table: for a token the number of its actions, for a rule the next state; 0 for none. */
    int entry(int state, int symbol) {
        char[] row = rows.getAcquire(state);
        if (row == null) {
            row = row(state);
            rows.setRelease(state, row);
        }
        return row[symbol];
    }

    private char[] row(int state) {
        char[] row = new char[symbols];
        if (state < largeStates) {
            MemorySegment.copy(MEMORY, ValueLayout.JAVA_CHAR, table + 2L * state * symbols, row, 0, symbols);
            return row;
        }
        long at = small + 2L * (i32(smallMap + 4L * (state - largeStates)) & 0xFFFFFFFFL);
        int groups = u16(at);
        at += 2;
        for (int i = 0; i < groups; i++) {
            char value = (char) u16(at);
            int count = u16(at + 2);
            at += 4;
            for (int j = 0; j < count; j++, at += 2) {
                row[u16(at)] = value;
            }
        }
        return row;
    }

    int actionCount(int entry) {
        return u8(actions + 8L * entry);
    }

    /** Whether a token of this entry may be used in other states that have the entry. */
    boolean reusable(int entry) {
        return u8(actions + 8L * entry + 1) != 0;
    }

    /** One action; the functions below read it. */
    long action(int entry, int index) {
        return MEMORY.get(ValueLayout.JAVA_LONG_UNALIGNED, actions + 8L * (entry + 1 + index));
    }

    static boolean isShift(long action) {
        return (action & 0xff) == SHIFT;
    }

    static boolean isReduce(long action) {
        return (action & 0xff) == REDUCE;
    }

    static boolean isAccept(long action) {
        return (action & 0xff) == ACCEPT;
    }

    static int shiftState(long action) {
        return (int) (action >>> 16) & 0xffff;
    }

    static boolean shiftExtra(long action) {
        return ((action >>> 32) & 0xff) != 0;
    }

    static boolean shiftRepetition(long action) {
        return ((action >>> 40) & 0xff) != 0;
    }

    static int reduceCount(long action) {
        return (int) (action >>> 8) & 0xff;
    }

    static int reduceSymbol(long action) {
        return (int) (action >>> 16) & 0xffff;
    }

    static int reducePrecedence(long action) {
        return (short) (action >>> 32);
    }

    static int reduceProduction(long action) {
        return (int) (action >>> 48) & 0xffff;
    }

    int next(int state, int symbol) {
        int entry = entry(state, symbol);
        if (symbol >= tokens) {
            return entry;
        }
        int count = actionCount(entry);
        if (count == 0) {
            return 0;
        }
        long action = action(entry, count - 1);
        return !isShift(action) ? 0 : shiftExtra(action) ? state : shiftState(action);
    }

    /** How the text is to be read in a state: the lexer's state in the low half, the scanner's in the high one. */
    int lexMode(int state) {
        return MEMORY.get(ValueLayout.JAVA_INT_UNALIGNED, lexModes + (version < 15 ? 4L : 6L) * state);
    }

    /** Words that count as themselves in a state even where a name would be allowed: the number of their set. */
    int reservedSet(int state) {
        return version < 15 ? 0 : u16(lexModes + 6L * state + 4);
    }

    boolean reserved(int state, int symbol) {
        int set = reservedSet(state);
        if (set > 0) {
            long at = reserved + 2L * set * reservedLength;
            for (int i = 0; i < reservedLength; i++) {
                int word = u16(at + 2L * i);
                if (word == symbol) {
                    return true;
                }
                if (word == 0) {
                    return false;
                }
            }
        }
        return false;
    }

    /** Where it stands which tokens the scanner may read in one of its states. */
    long scannerTokens(int scannerState) {
        return scannerStates + (long) externals * scannerState;
    }

    int scannerSymbol(int index) {
        return u16(scannerSymbols + 2L * index);
    }

    boolean visible(int symbol) {
        return u8(metadata + 3L * symbol) != 0;
    }

    int publicSymbol(int symbol) {
        return u16(publicSymbols + 2L * symbol);
    }

    /** The name that a production gives one of its children instead of the child's own, or 0. */
    int alias(int production, int child) {
        return production == 0 || child >= aliasLength ? 0 : u16(aliases + 2L * (production * aliasLength + child));
    }

    /** The field that a production gives one of its children, or 0. */
    int field(int production, int child) {
        if (fieldSlices == 0) {
            return 0;
        }
        int index = u16(fieldSlices + 4L * production);
        int length = u16(fieldSlices + 4L * production + 2);
        for (int i = index; i < index + length; i++) {
            long at = fields + 4L * i;
            if (u8(at + 2) == child && u8(at + 3) == 0) {
                return u16(at);
            }
        }
        return 0;
    }
}
