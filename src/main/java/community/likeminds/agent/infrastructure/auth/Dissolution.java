package community.likeminds.agent.infrastructure.auth;

import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import java.util.Map;

/** Ends an organisation with everything that it has. */
public interface Dissolution {

    /**
     * Forgets members, keys and sessions first, so that nobody works on, then everything in every store, then all rows in one transaction, the audit
     * log of the organisation among them. Folders of projects stay as they are. What was interrupted is done by calling this again.
     *
     * @return how much was forgotten, by what it was: a kind of store, or a table
     * @throws community.likeminds.agent.shared.AgentException {@code organisation-not-found}; {@code organisation-needed} for the default one
     */
    Map<String, Long> dissolve(TenantId tenant, Progress progress);
}
