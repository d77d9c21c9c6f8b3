package community.likeminds.agent.infrastructure.remote.client;

import community.likeminds.agent.infrastructure.remote.proto.BulkGrpc;
import community.likeminds.agent.infrastructure.remote.proto.Part;
import community.likeminds.agent.infrastructure.remote.wire.Grpc;
import community.likeminds.agent.infrastructure.remote.wire.Parts;
import community.likeminds.agent.infrastructure.remote.wire.Signatures;
import community.likeminds.agent.infrastructure.remote.wire.Wire;
import community.likeminds.agent.shared.AgentException;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.StatusException;
import io.grpc.stub.BlockingClientCall;
import io.grpc.stub.MetadataUtils;
import io.micrometer.observation.Observation;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.ConnectException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Calls that carry vectors or batches: packed, in parts, as fast as the other side reads. */
final class GrpcTransport implements Transport {

    private final Channels channels;
    private final Outgoing outgoing;
    private final long largest;

    /** @param largest bytes of the largest answer */
    GrpcTransport(Channels channels, Outgoing outgoing, long largest) {
        this.channels = channels;
        this.outgoing = outgoing;
        this.largest = largest;
    }

    @Override
    public Outcome send(Targets.Target target, Request request) throws IOException, InterruptedException {
        URI address = target.grpc();
        if (address == null) {
            throw Signatures.unknown("the process at " + target.address + " takes no calls over gRPC");
        }
        List<float[]> vectors = new ArrayList<>();
        byte[] json = Wire.packing(vectors).writeValueAsBytes(request.named());
        Metadata headers = new Metadata();
        headers.put(Grpc.TOKEN, outgoing.token(target.role, request.tenant()));
        Observation observation =
                outgoing.begin(target.role, request.path(), headers, (carrier, name, value) -> {
                    if (carrier != null) {
                        carrier.put(Grpc.key(name), value);
                    }
                });
        ManagedChannel channel = channels.to(address);
        try {
            Parts.Joined answer = exchange(channel, headers, request, Parts.cut(request.path(), json, vectors));
            return new Outcome(result(target, request.method(), answer), "", target.address);
        } catch (StatusException failed) {
            observation.error(failed);
            throw told(target, address, channel, request, failed);
        } catch (InterruptedException | RuntimeException failure) {
            observation.error(failure);
            throw failure;
        } finally {
            observation.stop();
        }
    }

    private Parts.Joined exchange(ManagedChannel channel, Metadata headers, Request request, Iterator<Part> arguments)
            throws StatusException, InterruptedException {
        BlockingClientCall<Part, Part> call = BulkGrpc.newBlockingV2Stub(channel)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
                .withDeadlineAfter(request.deadline() - System.nanoTime(), TimeUnit.NANOSECONDS)
                .call();
        boolean ended = false;
        try {
            if (written(call, arguments)) {
                call.halfClose();
            }
            Parts.Joined answer = new Parts.Joined(largest);
            for (Part part = call.read(); part != null; part = call.read()) {
                if (part.hasProblem()) {
                    throw Grpc.exception(part.getProblem());
                }
                answer.add(part);
            }
            ended = true;
            return answer;
        } finally {
            if (!ended) {
                call.cancel("The caller does not wait any longer.", null);
            }
        }
    }

    /** Returns whether all was taken. A call that the other side has ended takes nothing more; its answer says why. */
    private static boolean written(BlockingClientCall<Part, Part> call, Iterator<Part> arguments) throws InterruptedException {
        try {
            while (arguments.hasNext()) {
                if (!call.write(arguments.next())) {
                    return false;
                }
            }
            return true;
        } catch (StatusException ended) {
            return false;
        }
    }

    private static @Nullable Object result(Targets.Target target, Method method, Parts.Joined answer) {
        if (method.getReturnType() == void.class) {
            return null;
        }
        try {
            return Wire.packed(method.getGenericReturnType(), answer.vectors()).readValue(answer.json());
        } catch (JacksonException unreadable) {
            throw Signatures.unknown("the answer of the role " + target.role + " to " + method.getName() + " cannot be read (" + unreadable.getMessage() + ")");
        }
    }

    private IOException told(Targets.Target target, URI address, ManagedChannel channel, Request request, StatusException failed) {
        switch (failed.getStatus().getCode()) {
            case DEADLINE_EXCEEDED -> throw Call.slow(target.role, request.method(), failed);
            case RESOURCE_EXHAUSTED -> throw Parts.tooLarge("a vector of more than " + Parts.LARGEST + " bytes");
            case UNIMPLEMENTED -> throw Signatures.unknown("the process at " + address + " does not know the service");
            default -> {
                channels.drop(address, channel);
                IOException lost = refused(failed) ? new ConnectException("no connection to " + address) : new IOException(failed.getStatus().toString());
                lost.initCause(failed);
                return lost;
            }
        }
    }

    private static boolean refused(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException) {
                return true;
            }
        }
        return false;
    }
}
