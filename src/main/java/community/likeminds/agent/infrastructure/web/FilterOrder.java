package community.likeminds.agent.infrastructure.web;

/** The order in which filters see a request; lower is earlier. The framework's observation of requests stands before all of them. */
public final class FilterOrder {

    /** Gives the request its id. */
    public static final int REQUEST_ID = -1000;
    /** Refuses what must not come in at all: foreign hosts and origins, broken headers. */
    public static final int ENTRY = -900;
    /** Ends bodies that are too large. */
    public static final int BODY_LIMIT = -800;
    /** Counts what comes from an address, before anything is known of who it is. */
    public static final int ADDRESS_LIMIT = -750;
    /** Finds out who is calling. */
    public static final int CALLER = -700;
    /** Counts the caller's requests. */
    public static final int RATE_LIMIT = -600;
    /** Compares bodies with the published description. */
    public static final int VALIDATION = -500;
    /** Answers a repeated request with the answer that was given. */
    public static final int IDEMPOTENCY = -400;

    private FilterOrder() {}
}
