package community.likeminds.agent.infrastructure.remote;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/** Makes up a value of any type that may cross between processes; of others it says that they must not. */
public final class RandomValues {

    private static final int TRIES = 200;
    private static final String[] WORDS = {"", "a", "src/main.tsx", "two words", "zeile\n", "Ünïcödé ✓ 😀", "\"quoted\\\"", "acme-1"};

    private final Random random;
    private final Function<Class<?>, Object> functions;

    /** @param functions callbacks of the caller's by their type, null for other types */
    public RandomValues(Random random, Function<Class<?>, Object> functions) {
        this.random = random;
        this.functions = functions;
    }

    public Object of(Type type) {
        return of(type, 0);
    }

    private Object of(Type type, int depth) {
        return switch (type) {
            case Class<?> plain -> plain(plain, depth);
            case ParameterizedType generic -> generic(generic, depth);
            case WildcardType wildcard -> of(wildcard.getUpperBounds()[0], depth);
            case TypeVariable<?> variable -> throw new IllegalArgumentException(variable + " is open");
            default -> throw new IllegalArgumentException(type + " cannot cross");
        };
    }

    private Object plain(Class<?> type, int depth) {
        Object function = functions.apply(type);
        if (function != null) {
            return function;
        }
        if (type == String.class) {
            return WORDS[random.nextInt(WORDS.length)];
        } else if (type == int.class || type == Integer.class) {
            return random.nextInt(1, 2_000);
        } else if (type == long.class || type == Long.class) {
            return random.nextLong(1, 1L << 52);
        } else if (type == double.class || type == Double.class) {
            return random.nextInt(5) == 0 ? Double.NaN : random.nextDouble();
        } else if (type == float.class || type == Float.class) {
            return random.nextFloat();
        } else if (type == boolean.class || type == Boolean.class) {
            return random.nextBoolean();
        } else if (type == char.class || type == Character.class) {
            return (char) random.nextInt('!', 'ÿ');
        } else if (type == LocalDate.class) {
            return LocalDate.ofEpochDay(random.nextInt(40_000));
        } else if (type == byte[].class) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            return bytes;
        } else if (type == float[].class) {
            float[] floats = new float[random.nextInt(40)];
            for (int index = 0; index < floats.length; index++) {
                floats[index] = (float) random.nextGaussian();
            }
            return floats;
        } else if (type == Path.class) {
            return Path.of("/data", "folder " + random.nextInt(9), "ä.txt");
        } else if (type == URI.class) {
            return URI.create("https://docs.example.org/" + random.nextInt(99));
        } else if (type == Instant.class) {
            return Instant.ofEpochSecond(random.nextLong(1L << 32), random.nextInt(1_000_000_000));
        } else if (type == Duration.class) {
            return Duration.ofMillis(random.nextLong(1L << 32));
        } else if (type.isEnum()) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        } else if (type.isRecord()) {
            return record(type, depth);
        }
        throw new IllegalArgumentException(type.getName() + " is neither data nor a known callback, so it cannot cross");
    }

    private Object generic(ParameterizedType type, int depth) {
        Class<?> raw = (Class<?>) type.getRawType();
        Object function = functions.apply(raw);
        if (function != null) {
            return function;
        }
        Type[] of = type.getActualTypeArguments();
        int size = depth > 4 ? 0 : random.nextInt(3);
        if (raw == List.class || raw == Collection.class) {
            return several(of[0], depth, size);
        } else if (raw == Set.class) {
            return new LinkedHashSet<>(several(of[0], depth, size));
        } else if (raw == Map.class) {
            Map<Object, Object> map = new LinkedHashMap<>();
            for (int index = 0; index < size; index++) {
                map.put(of(of[0], depth + 1), of(of[1], depth + 1));
            }
            return map;
        } else if (raw == Optional.class) {
            return size == 0 ? Optional.empty() : Optional.of(of(of[0], depth + 1));
        }
        throw new IllegalArgumentException(type + " cannot cross");
    }

    private List<Object> several(Type of, int depth, int size) {
        List<Object> list = new ArrayList<>();
        for (int index = 0; index < size; index++) {
            list.add(of(of, depth + 1));
        }
        return list;
    }

    /** Records may refuse values; some combination suits them. */
    private Object record(Class<?> type, int depth) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            canonical.setAccessible(true);
            Throwable refusal = null;
            for (int attempt = 0; attempt < TRIES; attempt++) {
                Object[] values = Arrays.stream(components).map(one -> of(one.getGenericType(), depth + 1)).toArray();
                try {
                    return canonical.newInstance(values);
                } catch (InvocationTargetException refused) {
                    refusal = refused.getCause();
                }
            }
            throw new IllegalStateException("No values suit " + type.getName(), refusal);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
