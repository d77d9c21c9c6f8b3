package community.likeminds.agent.shared;

/**
 * The organisation that a stored thing belongs to.
 *
 * @param value lower-case letters, digits and hyphens, 1 to 64 of them
 */
public record TenantId(String value) {

    /** The one tenant of an embedded installation. */
    public static final TenantId DEFAULT = new TenantId("default");

    public TenantId {
        if (!value.matches("[a-z0-9-]{1,64}")) {
            throw AgentException.badInput(
                    "tenant-invalid",
                    "The tenant '" + value + "' is not a valid name.",
                    "Use 1 to 64 lower-case letters, digits and hyphens.");
        }
    }
}
