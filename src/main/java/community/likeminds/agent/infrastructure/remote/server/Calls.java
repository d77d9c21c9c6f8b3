package community.likeminds.agent.infrastructure.remote.server;

import community.likeminds.agent.infrastructure.auth.CurrentIdentity;
import community.likeminds.agent.infrastructure.auth.Identity;
import community.likeminds.agent.infrastructure.remote.wire.Problem;
import community.likeminds.agent.infrastructure.remote.wire.Protocol;
import community.likeminds.agent.infrastructure.remote.wire.Signatures;
import community.likeminds.agent.infrastructure.remote.wire.Wire;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Runs calls on threads of their own, so that the thread of the connection can watch whether the caller is still there. */
final class Calls implements AutoCloseable {

    private final Handles handles;
    private final ObservationRegistry observations;
    private final Map<String, RunningCall> running = new ConcurrentHashMap<>();
    // Not virtual: models and parsers are native code, which would hold all carriers and with them the beats of every call.
    private final ExecutorService workers =
            Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("remote-call-", 0).factory());

    Calls(Handles handles, ObservationRegistry observations) {
        this.handles = handles;
        this.observations = observations;
    }

    /** A call at work and the thread that does it. */
    record Started(RunningCall call, Future<?> work) {

        void cancel() {
            work.cancel(true);
        }
    }

    /**
     * @param target what is called
     * @param handle the handle's name when {@code target} is one, else empty
     */
    Started start(Identity identity, Object target, Class<?> type, String method, JsonNode arguments, String handle) {
        RunningCall call = new RunningCall();
        running.put(call.id, call);
        @Nullable Observation request = observations.getCurrentObservation();
        return new Started(call, workers.submit(() -> {
            // The trace of the request goes on in the thread that works for it.
            try (CurrentIdentity.Scope _ = CurrentIdentity.enter(identity);
                    Observation.Scope _ = request == null ? Observation.Scope.NOOP : request.openScope()) {
                run(call, target, type, method, arguments, handle);
            } finally {
                running.remove(call.id);
            }
        }));
    }

    /** Work of a call that follows its own way. */
    Future<?> submit(Runnable work) {
        return workers.submit(work);
    }

    void answer(String call, int question, int value) {
        RunningCall waiting = running.get(call);
        if (waiting != null) {
            waiting.answer(question, value);
        }
    }

    private void run(RunningCall call, Object target, Class<?> type, String name, JsonNode arguments, String handle) {
        try {
            Invocation invocation = Invocation.of(target, type, name, arguments, parameter -> Wire.reader(parameter, call));
            Method method = invocation.method();
            @Nullable Object result = invocation.run();
            if (!handle.isEmpty() && name.equals("close")) {
                handles.forget(handle);
            }
            if (result instanceof AutoCloseable made && Signatures.isHandle(method.getReturnType())) {
                if (Thread.currentThread().isInterrupted()) {
                    // Whoever asked for it has gone before it could be told.
                    Handles.abandon(made);
                    return;
                }
                call.end(line(Protocol.HANDLE, Wire.mapper().writeValueAsBytes(handles.keep(made, method.getReturnType()))), 200);
            } else {
                byte[] json = method.getReturnType() == void.class ? "null".getBytes(StandardCharsets.UTF_8) : Wire.bytes(result, method.getGenericReturnType());
                call.end(line(Protocol.RESULT, json), 200);
            }
        } catch (Exception | StackOverflowError failure) {
            Problem problem = Problem.of(Invocation.told(type.getSimpleName() + "." + name, failure));
            call.end(line(Protocol.PROBLEM, Wire.mapper().writeValueAsBytes(problem)), problem.status());
        }
    }

    /** One field whose value is JSON already. */
    private static byte[] line(String field, byte[] json) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(json.length + 16);
        line.writeBytes(("{\"" + field + "\":").getBytes(StandardCharsets.UTF_8));
        line.writeBytes(json);
        line.write('}');
        return line.toByteArray();
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
