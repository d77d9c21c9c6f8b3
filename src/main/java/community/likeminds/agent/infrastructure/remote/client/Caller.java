package community.likeminds.agent.infrastructure.remote.client;

import community.likeminds.agent.infrastructure.remote.client.Targets.Target;
import community.likeminds.agent.infrastructure.remote.wire.Callbacks;
import community.likeminds.agent.infrastructure.remote.wire.Problem;
import community.likeminds.agent.infrastructure.remote.wire.Protocol;
import community.likeminds.agent.infrastructure.remote.wire.Signatures;
import community.likeminds.agent.infrastructure.remote.wire.Wire;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Makes one call: chooses a process, sends it, follows its answer, and tries again where that cannot do a thing twice. */
final class Caller {

    private static final Logger LOG = LoggerFactory.getLogger(Caller.class);
    private static final int ATTEMPTS = 4;

    private final Targets targets;
    private final Connection connection;
    private final Supplier<RemoteProperties> properties;
    private final ScheduledExecutorService clock;

    Caller(Targets targets, Connection connection, Supplier<RemoteProperties> properties, ScheduledExecutorService clock) {
        this.targets = targets;
        this.connection = connection;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * What came back.
     *
     * @param handle name of the handle that was returned, or empty
     * @param address where it lives
     */
    record Outcome(@Nullable Object result, String handle, URI address) {}

    /** Where a handle lives. */
    record Handle(URI address, String name) {}

    /**
     * @param type interface that is called
     * @param on the handle that is called, or null
     */
    Outcome call(String role, Class<?> type, Method method, @Nullable Object @Nullable [] arguments, @Nullable Handle on) {
        Call how = Call.of(type, method);
        long deadline = System.nanoTime() + properties.get().limit(how.limit()).toNanos();
        Set<URI> tried = new HashSet<>();
        String path = role + "/" + Signatures.name(type) + "/" + method.getName();
        try {
            for (int attempt = 1; ; attempt++) {
                Target target = on != null ? targets.at(on.address, role) : targets.choose(role, tried, properties.get().patience(how.limit()));
                tried.add(target.address);
                Callbacks callbacks = new Callbacks();
                byte[] body = Wire.writer(callbacks).writeValueAsBytes(named(method, arguments));
                try {
                    Connection.Answer answer =
                            connection.post(target.address, role, path, body, on == null ? "" : on.name, tenant(arguments));
                    Outcome outcome = follow(target, answer, method, callbacks, deadline);
                    target.succeeded();
                    return outcome;
                } catch (IOException | JacksonException lost) {
                    stopIfInterrupted(target, lost);
                    target.failed();
                    boolean again = on == null && attempt < ATTEMPTS && System.nanoTime() < deadline && (notDelivered(lost) || how.repeatable());
                    if (!again) {
                        throw lost(path, lost);
                    }
                    LOG.info("A call of {} at {} was lost ({}); it is tried again.", path, target.address, lost.toString());
                } catch (AgentException told) {
                    // An error that crossed is an answer.
                    target.succeeded();
                    if (!told.code().equals("role-absent") || attempt >= ATTEMPTS) {
                        throw told;
                    }
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw interrupted(stopped);
        }
    }

    private static void stopIfInterrupted(Target target, Exception lost) throws InterruptedException {
        if (Thread.currentThread().isInterrupted() || lost instanceof InterruptedIOException || lost.getCause() instanceof InterruptedException) {
            target.breaker.abandoned();
            InterruptedException stopped = new InterruptedException("a call was given up");
            stopped.initCause(lost);
            throw stopped;
        }
    }

    private static boolean notDelivered(Exception lost) {
        return lost instanceof ConnectException || lost instanceof HttpConnectTimeoutException;
    }

    private Outcome follow(Target target, Connection.Answer answer, Method method, Callbacks callbacks, long deadline)
            throws IOException, InterruptedException {
        Heard heard = new Heard(answer.body(), deadline, clock);
        try (heard;
                JsonParser in = Wire.mapper().createParser(heard)) {
            while (in.nextToken() == JsonToken.START_OBJECT) {
                int callback = -1;
                int question = -1;
                while (in.nextToken() == JsonToken.PROPERTY_NAME) {
                    String field = in.currentName();
                    in.nextToken();
                    switch (field) {
                        case Protocol.RESULT -> {
                            @Nullable Object result = method.getReturnType() == void.class || in.currentToken() == JsonToken.VALUE_NULL && !optional(method)
                                    ? null
                                    : Wire.mapper().readValue(in, Wire.type(method.getGenericReturnType()));
                            return ended(heard, new Outcome(result, "", target.address));
                        }
                        case Protocol.HANDLE -> {
                            return ended(heard, new Outcome(null, in.getString(), target.address));
                        }
                        case Protocol.PROBLEM -> throw ended(heard, Wire.mapper().readValue(in, Problem.class).exception());
                        case Protocol.CALLBACK -> callback = in.getIntValue();
                        case Protocol.ASK -> question = in.getIntValue();
                        // Written after the numbers of what it is for.
                        case Protocol.VALUE -> callBack(target, answer.call(), callbacks.get(callback), question, in);
                        default -> in.skipChildren();
                    }
                }
            }
            throw new EOFException("the answer ended before its result");
        } catch (IOException | JacksonException broken) {
            if (heard.end() == Heard.End.SLOW) {
                throw new AgentException(
                        AgentException.Kind.UNAVAILABLE,
                        "remote-slow",
                        "The role " + target.role + " did not finish " + method.getName() + " in time.",
                        "Try again, or raise the limit of its group below likeminds.remote.limits.",
                        broken);
            }
            if (!brokenOff(broken)) {
                throw new AgentException(
                        AgentException.Kind.INTERNAL,
                        "remote-unknown",
                        "The answer of the role " + target.role + " to " + method.getName() + " cannot be read (" + broken.getMessage() + ").",
                        "Run the same version of the product everywhere.",
                        broken);
            }
            throw broken;
        }
    }

    /** Only a connection that was read to its end is used again. */
    private static <T> T ended(Heard heard, T outcome) throws IOException {
        heard.skip(Long.MAX_VALUE);
        return outcome;
    }

    /** Whether an answer ended before it was whole, rather than being no answer. */
    private static boolean brokenOff(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException || cause instanceof JacksonIOException || cause instanceof UnexpectedEndOfInputException) {
                return true;
            }
        }
        return false;
    }

    private static boolean optional(Method method) {
        return method.getReturnType() == java.util.Optional.class;
    }

    @SuppressWarnings("unchecked")
    private void callBack(Target target, String call, Object function, int question, JsonParser in) throws IOException, InterruptedException {
        switch (function) {
            case Progress progress -> {
                Callbacks.Report report = Wire.mapper().readValue(in, Callbacks.Report.class);
                progress.report(report.stage(), report.done(), report.total(), report.detail());
            }
            case Consumer<?> consumer -> ((Consumer<String>) consumer).accept(in.getString());
            case ToIntFunction<?> counter ->
                connection.answer(target.address, target.role, call, question, ((ToIntFunction<String>) counter).applyAsInt(in.getString()));
            default -> throw Signatures.unknown("a callback is a " + function.getClass().getName());
        }
    }

    private static Map<String, @Nullable Object> named(Method method, @Nullable Object @Nullable [] arguments) {
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        Parameter[] parameters = method.getParameters();
        for (int index = 0; index < parameters.length; index++) {
            named.put(parameters[index].getName(), arguments == null ? null : arguments[index]);
        }
        return named;
    }

    private static @Nullable TenantId tenant(@Nullable Object @Nullable [] arguments) {
        return arguments != null && arguments.length > 0 && arguments[0] instanceof TenantId tenant ? tenant : null;
    }

    private static AgentException lost(String path, Exception cause) {
        return new AgentException(
                AgentException.Kind.UNAVAILABLE,
                "remote-lost",
                "The process that worked on " + path + " was lost (" + cause.getMessage() + ").",
                "Try again; what was begun is not known to be done.",
                cause);
    }

    private static AgentException interrupted(InterruptedException stopped) {
        return new AgentException(
                AgentException.Kind.UNAVAILABLE, "interrupted", "The work was interrupted.", "Run the command again.", stopped);
    }
}
