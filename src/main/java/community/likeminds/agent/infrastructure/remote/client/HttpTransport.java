package community.likeminds.agent.infrastructure.remote.client;

import community.likeminds.agent.infrastructure.remote.client.Targets.Target;
import community.likeminds.agent.infrastructure.remote.wire.Callbacks;
import community.likeminds.agent.infrastructure.remote.wire.Problem;
import community.likeminds.agent.infrastructure.remote.wire.Protocol;
import community.likeminds.agent.infrastructure.remote.wire.Signatures;
import community.likeminds.agent.infrastructure.remote.wire.Wire;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import java.io.EOFException;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Calls as {@code POST /internal/…}: arguments and answer as JSON, callbacks on the way, handles. */
final class HttpTransport implements Transport {

    private final Connection connection;
    private final ScheduledExecutorService clock;

    HttpTransport(Connection connection, ScheduledExecutorService clock) {
        this.connection = connection;
        this.clock = clock;
    }

    @Override
    public Outcome send(Targets.Target target, Request request) throws IOException, InterruptedException {
        Callbacks callbacks = new Callbacks();
        byte[] body = Wire.writer(callbacks).writeValueAsBytes(request.named());
        Connection.Answer answer =
                connection.post(target.address, target.role, request.path(), body, request.handle(), request.tenant());
        return follow(target, answer, request.method(), callbacks, request.deadline());
    }

    private Outcome follow(Targets.Target target, Connection.Answer answer, Method method, Callbacks callbacks, long deadline)
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
                throw Call.slow(target.role, method, broken);
            }
            if (!brokenOff(broken)) {
                throw new AgentException(
                        AgentException.Kind.INTERNAL,
                        "remote-unknown",
                        "The answer of the role " + target.role + " to " + method.getName() + " cannot be read (" + broken.getMessage() + ").",
                        "Run the same version of the product everywhere.",
                        broken);
            }
            throw broken instanceof IOException lost ? lost : new IOException(broken);
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
        return method.getReturnType() == Optional.class;
    }

    @SuppressWarnings("unchecked")
    private void callBack(Targets.Target target, String call, Object function, int question, JsonParser in) throws IOException, InterruptedException {
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
}
