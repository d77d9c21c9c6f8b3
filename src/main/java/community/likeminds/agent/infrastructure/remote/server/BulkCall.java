package community.likeminds.agent.infrastructure.remote.server;

import community.likeminds.agent.infrastructure.auth.CurrentIdentity;
import community.likeminds.agent.infrastructure.remote.proto.Part;
import community.likeminds.agent.infrastructure.remote.wire.Grpc;
import community.likeminds.agent.infrastructure.remote.wire.Parts;
import community.likeminds.agent.infrastructure.remote.wire.Signatures;
import community.likeminds.agent.infrastructure.remote.wire.Wire;
import community.likeminds.agent.shared.AgentException;
import io.grpc.Metadata;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.ReceiverContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** One call over gRPC: collects its arguments, works on a thread of its own, and sends the result as fast as it is read. */
final class BulkCall implements StreamObserver<Part> {

    private static final long LOOK_MILLIS = 1_000;

    private final ServerCallStreamObserver<Part> answers;
    private final Metadata headers;
    private final Offered offered;
    private final Calls calls;
    private final ObservationRegistry observations;
    private final Parts.Joined arguments;
    private final Object ready = new Object();
    private String path = "";
    private boolean refused;
    private volatile @Nullable Future<?> work;

    BulkCall(
            ServerCallStreamObserver<Part> answers,
            Metadata headers,
            Offered offered,
            Calls calls,
            ObservationRegistry observations,
            long largest) {
        this.answers = answers;
        this.headers = headers;
        this.offered = offered;
        this.calls = calls;
        this.observations = observations;
        this.arguments = new Parts.Joined(largest);
        answers.setOnCancelHandler(this::cancel);
        answers.setOnReadyHandler(() -> {
            synchronized (ready) {
                ready.notifyAll();
            }
        });
    }

    @Override
    public void onNext(Part part) {
        if (refused) {
            return;
        }
        try {
            if (path.isEmpty()) {
                path = part.getPath();
                // Nothing is collected for somebody who may not call.
                offered.caller(headers.get(Grpc.TOKEN));
            }
            arguments.add(part);
        } catch (AgentException problem) {
            refused = true;
            fail(problem);
        }
    }

    @Override
    public void onError(Throwable gone) {
        cancel();
    }

    @Override
    public void onCompleted() {
        if (!refused) {
            work = calls.submit(this::observed);
            if (answers.isCancelled()) {
                cancel();
            }
        }
    }

    private void cancel() {
        Future<?> running = work;
        if (running != null) {
            running.cancel(true);
        }
    }

    private void observed() {
        ReceiverContext<Metadata> context = new ReceiverContext<>((carrier, name) -> carrier.get(Grpc.key(name)));
        context.setCarrier(headers);
        Observation observation = Observation.createNotStarted("likeminds.remote.serve", () -> context, observations)
                .contextualName("serve " + path)
                .lowCardinalityKeyValue("method", path.substring(path.indexOf('/') + 1))
                .start();
        try (Observation.Scope _ = observation.openScope();
                CurrentIdentity.Scope _ = CurrentIdentity.enter(offered.caller(headers.get(Grpc.TOKEN)))) {
            answer();
        } catch (InterruptedException gone) {
            // Nobody listens any more.
            Thread.currentThread().interrupt();
        } catch (Exception | StackOverflowError failure) {
            observation.error(failure);
            fail(Invocation.told(path, failure));
        } finally {
            observation.stop();
        }
    }

    private void answer() throws Exception {
        int last = path.lastIndexOf('/');
        if (last < 0) {
            throw Signatures.unknown("nothing is called " + path);
        }
        Class<?> type = offered.type(path.substring(0, last));
        Invocation invocation = Invocation.of(
                offered.bean(type),
                type,
                path.substring(last + 1),
                Wire.mapper().readTree(arguments.json()),
                parameter -> Wire.packed(parameter, arguments.vectors()));
        @Nullable Object result = invocation.run();
        List<float[]> vectors = new ArrayList<>();
        byte[] json = invocation.method().getReturnType() == void.class
                ? "null".getBytes(StandardCharsets.UTF_8)
                : Wire.packing(vectors).forType(Wire.type(invocation.method().getGenericReturnType())).writeValueAsBytes(result);
        for (Iterator<Part> parts = Parts.cut("", json, vectors); parts.hasNext(); ) {
            Part part = parts.next();
            awaitReader();
            answers.onNext(part);
        }
        answers.onCompleted();
    }

    /** A caller that reads slowly holds the work, not the memory. */
    private void awaitReader() throws InterruptedException {
        synchronized (ready) {
            while (!answers.isReady() && !answers.isCancelled()) {
                ready.wait(LOOK_MILLIS);
            }
        }
    }

    private void fail(AgentException problem) {
        if (!answers.isCancelled()) {
            answers.onNext(Part.newBuilder().setProblem(Grpc.problem(problem)).build());
            answers.onError(Grpc.status(problem).asRuntimeException());
        }
    }
}
