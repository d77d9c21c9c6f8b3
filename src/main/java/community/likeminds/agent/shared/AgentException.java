package community.likeminds.agent.shared;

import org.jspecify.annotations.Nullable;

/**
 * An error that a person can act on: a stable code, the fact and the remedy, each a full sentence.
 *
 * <p>Callers branch on {@link #code()} and {@link #kind()}, never on the text.
 */
public final class AgentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What went wrong in the widest sense; decides the exit status (CLI) and the HTTP status (gateway). */
    public enum Kind {
        /** The input is wrong; nothing was done. Exit status 2, HTTP 400. */
        BAD_INPUT,
        /** Something named does not exist. Exit status 2, HTTP 404. */
        NOT_FOUND,
        /** The input is right but nothing in the documentation fits. Exit status 4, HTTP 422. */
        REFUSED,
        /** The state has changed or is in use. Exit status 2, HTTP 409. */
        CONFLICT,
        /** Nobody is signed in, or what they showed is not valid. Exit status 2, HTTP 401. */
        UNAUTHENTICATED,
        /** Who is signed in may not do it. Exit status 2, HTTP 403. */
        FORBIDDEN,
        /** A program or service that is needed is not there. Exit status 1, HTTP 503. */
        UNAVAILABLE,
        /** A defect of this product. Exit status 1, HTTP 500. */
        INTERNAL
    }

    private final Kind kind;
    private final String code;
    private final String remedy;

    /**
     * @param kind what it means for the caller
     * @param code stable, kebab-case, for example {@code source-not-found}
     * @param fact what happened, one sentence
     * @param remedy what to do about it, one sentence
     */
    public AgentException(Kind kind, String code, String fact, String remedy) {
        this(kind, code, fact, remedy, null);
    }

    public AgentException(Kind kind, String code, String fact, String remedy, @Nullable Throwable cause) {
        super(fact, cause);
        this.kind = kind;
        this.code = code;
        this.remedy = remedy;
    }

    public static AgentException badInput(String code, String fact, String remedy) {
        return new AgentException(Kind.BAD_INPUT, code, fact, remedy);
    }

    public static AgentException notFound(String code, String fact, String remedy) {
        return new AgentException(Kind.NOT_FOUND, code, fact, remedy);
    }

    public static AgentException refused(String code, String fact, String remedy) {
        return new AgentException(Kind.REFUSED, code, fact, remedy);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    /** What happened, one sentence. */
    public String fact() {
        String message = getMessage();
        return message == null ? code : message;
    }

    /** What to do about it, one sentence. */
    public String remedy() {
        return remedy;
    }
}
