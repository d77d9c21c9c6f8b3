package community.likeminds.agent.infrastructure.remote.server;

import community.likeminds.agent.infrastructure.remote.wire.Signatures;
import community.likeminds.agent.shared.AgentException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/**
 * A method about to be called with arguments by name.
 *
 * @param readers how an argument of a type is read
 */
record Invocation(Object target, Method method, JsonNode arguments, Function<Type, ObjectReader> readers) {

    private static final Logger LOG = LoggerFactory.getLogger(Invocation.class);

    /** Throws {@code remote-unknown}. */
    static Invocation of(Object target, Class<?> type, String name, JsonNode arguments, Function<Type, ObjectReader> readers) {
        Method method = Signatures.taking(Signatures.of(type).named(name), new TreeSet<>(arguments.propertyNames()));
        return new Invocation(target, method, arguments, readers);
    }

    /** Throws what the method throws. */
    @Nullable Object run() throws Exception {
        Parameter[] parameters = method.getParameters();
        @Nullable Object[] values = new @Nullable Object[parameters.length];
        for (int index = 0; index < parameters.length; index++) {
            Parameter parameter = parameters[index];
            JsonNode value = arguments.path(parameter.getName());
            values[index] = value.isNull() ? null : readers.apply(parameter.getParameterizedType()).readValue(value);
        }
        try {
            return method.invoke(target, values);
        } catch (InvocationTargetException thrown) {
            switch (thrown.getCause()) {
                case Exception exception -> throw exception;
                case Error error -> throw error;
                case null, default -> throw thrown;
            }
        }
    }

    /** A failure as the caller is told of it; what nobody expected is logged here. */
    static AgentException told(String path, Throwable failure) {
        if (failure instanceof AgentException known) {
            return known;
        }
        LOG.error("A call of {} ended with an unexpected error.", path, failure);
        return new AgentException(
                AgentException.Kind.INTERNAL,
                "internal",
                "The call of " + path + " ended with an unexpected error (" + failure + ").",
                "Look into the log of the process that runs it.",
                failure);
    }
}
