package community.likeminds.agent.infrastructure.web;

/** Names of the request's attributes in which the filter that knows the caller leaves what controllers take as arguments. */
public final class CallerAttributes {

    /** A {@link community.likeminds.agent.shared.TenantId}. */
    public static final String TENANT = "likeminds.caller.tenant";

    /** The header with the id of a request; in an answer always, in a request when the caller has one already. The attribute of this name has it, too. */
    public static final String REQUEST_ID = "X-Request-Id";
    /** An {@code Identity} of infrastructure.auth. */
    public static final String IDENTITY = "likeminds.caller.identity";

    private CallerAttributes() {}
}
