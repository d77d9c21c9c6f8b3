package community.likeminds.agent.processors.code.ast;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.TimeUnit;

/**
 * Parses with a limit of time: on text that is not of its language a grammar can take time that grows with the square of the text.
 * The C library asks {@link #late} while it parses and reads the text through {@link #read}.
 */
final class BoundedParse {

    private static final long LIMIT = TimeUnit.SECONDS.toNanos(10);
    private static final int UTF16LE = 1;
    private static final StructLayout POINT = MemoryLayout.structLayout(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
    /** {@code TSInput}: payload, read, encoding, decode. */
    static final StructLayout INPUT = MemoryLayout.structLayout(
            ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT, MemoryLayout.paddingLayout(4), ValueLayout.ADDRESS);
    /** {@code TSParseOptions}: payload, progress callback. */
    private static final StructLayout OPTIONS = MemoryLayout.structLayout(ValueLayout.ADDRESS, ValueLayout.ADDRESS);
    /** What {@link #read} is given: the text and its length in bytes. */
    private static final StructLayout TEXT = MemoryLayout.structLayout(ValueLayout.ADDRESS, ValueLayout.JAVA_INT, MemoryLayout.paddingLayout(4));

    private static final MemorySegment READ = stub("read", MethodType.methodType(MemorySegment.class, MemorySegment.class, int.class, MemorySegment.class, MemorySegment.class),
            FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT, POINT, ValueLayout.ADDRESS));

    private final MethodHandle parse;
    private final MemorySegment late;

    BoundedParse(MemorySegment function) {
        parse = Linker.nativeLinker().downcallHandle(
                function, FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.ADDRESS, INPUT, OPTIONS));
        late = stub("late", MethodType.methodType(boolean.class, MemorySegment.class),
                FunctionDescriptor.of(ValueLayout.JAVA_BOOLEAN, ValueLayout.ADDRESS));
    }

    private static MemorySegment stub(String name, MethodType type, FunctionDescriptor descriptor) {
        try {
            MethodHandle method = MethodHandles.lookup().findStatic(BoundedParse.class, name, type);
            return Linker.nativeLinker().upcallStub(method, descriptor, Arena.global());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The native tree, or a null pointer when the time was over. @param old the tree of a similar text that was edited to fit, or a null pointer */
    MemorySegment run(MemorySegment parser, MemorySegment old, MemorySegment source, int bytes, Arena arena) throws Throwable {
        MemorySegment deadline = arena.allocate(ValueLayout.JAVA_LONG);
        deadline.set(ValueLayout.JAVA_LONG, 0, System.nanoTime() + LIMIT);
        MemorySegment options = arena.allocate(OPTIONS);
        options.set(ValueLayout.ADDRESS, 0, deadline);
        options.set(ValueLayout.ADDRESS, ValueLayout.ADDRESS.byteSize(), late);
        return (MemorySegment) parse.invokeExact(parser, old, input(source, bytes, arena), options);
    }

    /** How C reads a text in UTF-16. */
    static MemorySegment input(MemorySegment source, int bytes, Arena arena) {
        MemorySegment text = arena.allocate(TEXT);
        text.set(ValueLayout.ADDRESS, 0, source);
        text.set(ValueLayout.JAVA_INT, ValueLayout.ADDRESS.byteSize(), bytes);
        MemorySegment input = arena.allocate(INPUT);
        input.set(ValueLayout.ADDRESS, 0, text);
        input.set(ValueLayout.ADDRESS, ValueLayout.ADDRESS.byteSize(), READ);
        input.set(ValueLayout.JAVA_INT, 2 * ValueLayout.ADDRESS.byteSize(), UTF16LE);
        return input;
    }

    /** Called from C: the rest of the text from an offset on. */
    private static MemorySegment read(MemorySegment payload, int offset, MemorySegment point, MemorySegment count) {
        MemorySegment text = payload.reinterpret(TEXT.byteSize());
        int length = text.get(ValueLayout.JAVA_INT, ValueLayout.ADDRESS.byteSize());
        int from = Math.min(offset, length);
        count.reinterpret(ValueLayout.JAVA_INT.byteSize()).set(ValueLayout.JAVA_INT, 0, length - from);
        return MemorySegment.ofAddress(text.get(ValueLayout.ADDRESS, 0).address() + from);
    }

    /** Called from C: whether the time is over; the state begins with the pointer that the options gave. */
    private static boolean late(MemorySegment state) {
        MemorySegment deadline = state.reinterpret(ValueLayout.ADDRESS.byteSize()).get(ValueLayout.ADDRESS, 0);
        return System.nanoTime() - deadline.reinterpret(Long.BYTES).get(ValueLayout.JAVA_LONG, 0) > 0;
    }
}
