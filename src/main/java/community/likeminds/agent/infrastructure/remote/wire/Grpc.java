package community.likeminds.agent.infrastructure.remote.wire;

import community.likeminds.agent.infrastructure.auth.ServiceTokens;
import community.likeminds.agent.infrastructure.remote.proto.Problem;
import community.likeminds.agent.shared.AgentException;
import io.grpc.Metadata;
import io.grpc.Status;

/** What both sides of a call over gRPC agree on. */
public final class Grpc {

    /** Schemes of addresses: plain, and encrypted. */
    public static final String PLAIN = "grpc";
    public static final String ENCRYPTED = "grpcs";

    public static final Metadata.Key<String> TOKEN = key(ServiceTokens.HEADER);

    private Grpc() {}

    /** Text in the metadata of a call. */
    public static Metadata.Key<String> key(String name) {
        return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }

    public static Problem problem(AgentException error) {
        return Problem.newBuilder()
                .setKind(error.kind().name())
                .setCode(error.code())
                .setFact(error.fact())
                .setRemedy(error.remedy())
                .build();
    }

    /** The error as the caller gets it, its trace being the caller's. */
    public static AgentException exception(Problem problem) {
        return new AgentException(AgentException.Kind.valueOf(problem.getKind()), problem.getCode(), problem.getFact(), problem.getRemedy());
    }

    /** What gRPC itself is told of an error. */
    public static Status status(AgentException error) {
        Status status = switch (error.kind()) {
            case BAD_INPUT -> Status.INVALID_ARGUMENT;
            case UNAUTHENTICATED -> Status.UNAUTHENTICATED;
            case FORBIDDEN -> Status.PERMISSION_DENIED;
            case NOT_FOUND -> Status.NOT_FOUND;
            case CONFLICT -> Status.ABORTED;
            case REFUSED -> Status.FAILED_PRECONDITION;
            case INTERNAL -> Status.INTERNAL;
            case UNAVAILABLE -> Status.UNAVAILABLE;
        };
        return status.withDescription(error.code());
    }
}
