package community.likeminds.agent.infrastructure.remote.wire;

import community.likeminds.agent.shared.AgentException;

/**
 * An error on its way, after RFC 9457.
 *
 * @param type {@code urn:likeminds:problem:} and the code
 * @param status of HTTP
 * @param detail the fact, one sentence
 * @param code stable
 * @param kind name of a kind
 * @param remedy one sentence
 */
public record Problem(String type, int status, String detail, String code, String kind, String remedy) {

    public static Problem of(AgentException error) {
        return new Problem("urn:likeminds:problem:" + error.code(), status(error.kind()), error.fact(), error.code(), error.kind().name(), error.remedy());
    }

    /** The error as the caller gets it, its trace being the caller's. */
    public AgentException exception() {
        return new AgentException(AgentException.Kind.valueOf(kind), code, detail, remedy);
    }

    private static int status(AgentException.Kind kind) {
        return switch (kind) {
            case BAD_INPUT -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case REFUSED -> 422;
            case INTERNAL -> 500;
            case UNAVAILABLE -> 503;
        };
    }
}
