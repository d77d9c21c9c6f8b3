package community.likeminds.agent.infrastructure.web;

/** Names of the request's attributes in which the filter that knows the caller leaves what controllers take as arguments. */
public final class CallerAttributes {

    /** A {@link community.likeminds.agent.shared.TenantId}. */
    public static final String TENANT = "likeminds.caller.tenant";

    private CallerAttributes() {}
}
