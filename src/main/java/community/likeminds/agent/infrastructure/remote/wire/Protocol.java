package community.likeminds.agent.infrastructure.remote.wire;

import java.time.Duration;

/** What both sides agree on. */
public final class Protocol {

    /** Paths of calls; never routed from outside. */
    public static final String ROOT = "/internal/";
    /** Under this path a caller answers what its functions are asked. */
    public static final String ANSWERS = "answers";
    /** Under this path a caller says which handles it still uses. */
    public static final String LEASES = "leases";
    /** Names the handle that a method is called on. */
    public static final String HANDLE_HEADER = "X-Likeminds-Handle";
    /** Names a running call, for answers to its questions. */
    public static final String CALL_HEADER = "X-Likeminds-Call";
    public static final String CONTENT_TYPE = "application/x-ndjson";

    /** How often a running call says that it goes on; a caller that went away is noticed by it. */
    public static final Duration BEAT = Duration.ofSeconds(1);
    /** A call from which nothing was heard for so long is lost. */
    public static final Duration SILENCE = Duration.ofSeconds(15);
    /** How often handles are said to be in use. */
    public static final Duration RENEWAL = Duration.ofSeconds(4);
    /** A handle that nobody said to be in use for so long is abandoned. */
    public static final Duration LEASE = Duration.ofSeconds(15);

    /** Fields of the objects of an answer. */
    public static final String RESULT = "result";
    public static final String HANDLE = "handle";
    public static final String PROBLEM = "problem";
    public static final String CALLBACK = "callback";
    public static final String VALUE = "value";
    public static final String ASK = "ask";

    private Protocol() {}
}
