package community.likeminds.agent.processors.code.ast;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/** The functions of the library by which compiled grammars see a text, character by character; its own parser uses the same. */
record LibraryLexer(MethodHandle init, MethodHandle delete, MethodHandle input, MethodHandle reset, MethodHandle start, MethodHandle finish) {

    /** {@code Length}: bytes, row, column. */
    static final StructLayout LENGTH = MemoryLayout.structLayout(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
    /** Room for the library's {@code Lexer}, which is about 1300 bytes long. */
    static final int SIZE = 4096;
    static final int RESULT = 4;
    static final int CURRENT = 56;
    static final int TOKEN_START = 68;
    static final int TOKEN_END = 80;

    /** Empty where the library does not show them. */
    static Optional<LibraryLexer> of(SymbolLookup symbols) {
        FunctionDescriptor one = FunctionDescriptor.ofVoid(ValueLayout.JAVA_LONG);
        Optional<MethodHandle> init = handle(symbols, "init", one);
        Optional<MethodHandle> delete = handle(symbols, "delete", one);
        Optional<MethodHandle> input = handle(symbols, "set_input", FunctionDescriptor.ofVoid(ValueLayout.JAVA_LONG, BoundedParse.INPUT));
        Optional<MethodHandle> reset = handle(symbols, "reset", FunctionDescriptor.ofVoid(ValueLayout.JAVA_LONG, LENGTH), Linker.Option.critical(false));
        Optional<MethodHandle> start = handle(symbols, "start", one);
        Optional<MethodHandle> finish =
                handle(symbols, "finish", FunctionDescriptor.ofVoid(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG), Linker.Option.critical(false));
        if (init.isEmpty() || delete.isEmpty() || input.isEmpty() || reset.isEmpty() || start.isEmpty() || finish.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new LibraryLexer(init.get(), delete.get(), input.get(), reset.get(), start.get(), finish.get()));
    }

    private static Optional<MethodHandle> handle(SymbolLookup symbols, String name, FunctionDescriptor descriptor, Linker.Option... options) {
        Optional<MemorySegment> address = symbols.find("ts_lexer_" + name);
        return address.map(at -> Linker.nativeLinker().downcallHandle(at, descriptor, options));
    }
}
