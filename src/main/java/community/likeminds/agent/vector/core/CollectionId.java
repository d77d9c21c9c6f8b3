package community.likeminds.agent.vector.core;

import community.likeminds.agent.shared.TenantId;

/**
 * The entries of one source.
 *
 * @param tenant whose they are
 * @param source name of the source, without control characters
 */
public record CollectionId(TenantId tenant, String source) {

    public CollectionId {
        Names.require("source", source);
    }
}
