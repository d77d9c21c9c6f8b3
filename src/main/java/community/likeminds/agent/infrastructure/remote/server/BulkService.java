package community.likeminds.agent.infrastructure.remote.server;

import community.likeminds.agent.infrastructure.remote.proto.BulkGrpc;
import community.likeminds.agent.infrastructure.remote.proto.Part;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.micrometer.observation.ObservationRegistry;

/** Takes calls over gRPC. */
final class BulkService extends BulkGrpc.BulkImplBase {

    private static final Context.Key<Metadata> HEADERS = Context.key("likeminds.headers");

    private final Offered offered;
    private final Calls calls;
    private final ObservationRegistry observations;
    private final long largest;

    /** @param largest bytes of the largest message */
    BulkService(Offered offered, Calls calls, ObservationRegistry observations, long largest) {
        this.offered = offered;
        this.calls = calls;
        this.observations = observations;
        this.largest = largest;
    }

    @Override
    public StreamObserver<Part> call(StreamObserver<Part> answers) {
        return new BulkCall((ServerCallStreamObserver<Part>) answers, HEADERS.get(), offered, calls, observations, largest);
    }

    /** Lets a call see what it was sent with. */
    static final class Headers implements ServerInterceptor {
        @Override
        public <A, B> ServerCall.Listener<A> interceptCall(ServerCall<A, B> call, Metadata headers, ServerCallHandler<A, B> next) {
            return Contexts.interceptCall(Context.current().withValue(HEADERS, headers), call, headers, next);
        }
    }
}
