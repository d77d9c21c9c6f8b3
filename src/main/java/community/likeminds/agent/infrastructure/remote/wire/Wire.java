package community.likeminds.agent.infrastructure.remote.wire;

import community.likeminds.agent.shared.Progress;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** JSON between processes: vectors and bytes as Base64, paths as text, functions as numbers. */
public final class Wire {

    // Whole documentations travel in one answer; who may call is told by the token.
    private static final StreamReadConstraints WIDE =
            StreamReadConstraints.builder().maxStringLength(1 << 30).maxNestingDepth(500).build();

    private static final JsonMapper MAPPER = JsonMapper.builder(
                    JsonFactory.builder().streamReadConstraints(WIDE).build())
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // A value is read from within an answer that goes on.
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .addModule(new SimpleModule()
                    // Jackson's own choice loses the order.
                    .addAbstractTypeMapping(Set.class, LinkedHashSet.class)
                    .addSerializer(float[].class, new Floats.Writer())
                    .addDeserializer(float[].class, new Floats.Reader())
                    .addSerializer(Path.class, new PathWriter())
                    .addDeserializer(Path.class, new PathReader())
                    .addSerializer(Progress.class, new FunctionWriter<>())
                    .addSerializer(Consumer.class, new FunctionWriter<>())
                    .addSerializer(ToIntFunction.class, new FunctionWriter<>())
                    .addDeserializer(Progress.class, new ProgressReader())
                    .addDeserializer(Consumer.class, new ConsumerReader())
                    .addDeserializer(ToIntFunction.class, new CounterReader()))
            .build();

    /** Attribute of a writer or reader under which the vectors are found that travel beside the JSON; they are numbers in it. */
    private static final String VECTORS = "likeminds.vectors";

    private Wire() {}

    public static JsonMapper mapper() {
        return MAPPER;
    }

    public static JavaType type(Type type) {
        return MAPPER.constructType(type);
    }

    /** Writes arguments whose functions are kept among the callbacks. */
    public static ObjectWriter writer(Callbacks callbacks) {
        return MAPPER.writer().withAttribute(Callbacks.ATTRIBUTE, callbacks);
    }

    /** Reads arguments whose functions call back. */
    public static ObjectReader reader(Type type, Callbacks.Back back) {
        return MAPPER.readerFor(type(type)).withAttribute(Callbacks.ATTRIBUTE, back);
    }

    /** A value as JSON in the type that a method declares. */
    public static byte[] bytes(@Nullable Object value, Type declared) {
        return MAPPER.writerFor(type(declared)).writeValueAsBytes(value);
    }

    /** Writes a value whose vectors travel beside it. */
    public static ObjectWriter packing(List<float[]> vectors) {
        return MAPPER.writer().withAttribute(VECTORS, vectors);
    }

    /** Reads a value whose vectors have travelled beside it. */
    public static ObjectReader packed(Type type, List<float[]> vectors) {
        return MAPPER.readerFor(type(type)).withAttribute(VECTORS, vectors);
    }

    private static final class PathWriter extends ValueSerializer<Path> {
        @Override
        public void serialize(Path value, JsonGenerator out, SerializationContext context) {
            out.writeString(value.toString());
        }
    }

    private static final class PathReader extends ValueDeserializer<Path> {
        @Override
        public Path deserialize(JsonParser in, DeserializationContext context) {
            return Path.of(in.getString());
        }
    }

    /** Base64 of little-endian bits: a quarter of the digits, and no digit is lost. */
    private static final class Floats {

        static final class Writer extends ValueSerializer<float[]> {
            @Override
            @SuppressWarnings("unchecked")
            public void serialize(float[] value, JsonGenerator out, SerializationContext context) {
                if (context.getAttribute(VECTORS) instanceof List<?> vectors) {
                    ((List<float[]>) vectors).add(value);
                    out.writeNumber(vectors.size() - 1);
                    return;
                }
                ByteBuffer bytes = ByteBuffer.allocate(value.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
                bytes.asFloatBuffer().put(value);
                out.writeString(Base64.getEncoder().encodeToString(bytes.array()));
            }
        }

        static final class Reader extends ValueDeserializer<float[]> {
            @Override
            public float[] deserialize(JsonParser in, DeserializationContext context) {
                if (context.getAttribute(VECTORS) instanceof List<?> vectors) {
                    int number = in.getIntValue();
                    if (number < 0 || number >= vectors.size()) {
                        throw Signatures.unknown("there is no vector " + number);
                    }
                    return (float[]) vectors.get(number);
                }
                FloatBuffer floats = ByteBuffer.wrap(Base64.getDecoder().decode(in.getString()))
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asFloatBuffer();
                float[] value = new float[floats.remaining()];
                floats.get(value);
                return value;
            }
        }
    }

    private static final class FunctionWriter<T> extends ValueSerializer<T> {
        @Override
        public void serialize(T value, JsonGenerator out, SerializationContext context) {
            if (!(context.getAttribute(Callbacks.ATTRIBUTE) instanceof Callbacks callbacks)) {
                throw Signatures.unknown("a function stands where nobody can call it");
            }
            out.writeNumber(callbacks.keep(value));
        }
    }

    private static Callbacks.Back back(DeserializationContext context) {
        if (context.getAttribute(Callbacks.ATTRIBUTE) instanceof Callbacks.Back back) {
            return back;
        }
        throw Signatures.unknown("a function stands where nobody can call it");
    }

    private static final class ProgressReader extends ValueDeserializer<Progress> {
        @Override
        public Progress deserialize(JsonParser in, DeserializationContext context) {
            int number = in.getIntValue();
            Callbacks.Back back = back(context);
            return (stage, done, total, detail) -> back.tell(number, new Callbacks.Report(stage, done, total, detail));
        }
    }

    @SuppressWarnings("rawtypes")
    private static final class ConsumerReader extends ValueDeserializer<Consumer> {
        @Override
        public Consumer<?> deserialize(JsonParser in, DeserializationContext context) {
            int number = in.getIntValue();
            Callbacks.Back back = back(context);
            return value -> back.tell(number, value);
        }
    }

    @SuppressWarnings("rawtypes")
    private static final class CounterReader extends ValueDeserializer<ToIntFunction> {
        @Override
        public ToIntFunction<?> deserialize(JsonParser in, DeserializationContext context) {
            int number = in.getIntValue();
            Callbacks.Back back = back(context);
            return value -> back.ask(number, String.valueOf(value));
        }
    }
}
