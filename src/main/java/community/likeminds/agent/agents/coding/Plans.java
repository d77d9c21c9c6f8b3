package community.likeminds.agent.agents.coding;

import community.likeminds.agent.shared.Remote;
import community.likeminds.agent.shared.TenantId;
import java.util.List;

/** Stored plans, and plans as text that people read, compare and edit. */
@Remote(repeatable = true)
public interface Plans {

    /** Every stored plan, the newest first. */
    List<PlanSummary> list(TenantId tenant);

    /**
     * A stored plan.
     *
     * @param id its id or the beginning of it that no other plan shares
     * @throws community.likeminds.agent.shared.AgentException {@code plan-not-found}, {@code plan-ambiguous}
     */
    IntegrationPlan get(TenantId tenant, String id);

    /** Keeps a plan in place of the one that had its id. */
    void put(TenantId tenant, IntegrationPlan plan);

    /** Forgets a plan; throws as {@link #get}. */
    void remove(TenantId tenant, String id);

    /** A plan as YAML; the same plan gives the same text. */
    String yaml(IntegrationPlan plan);

    /**
     * Reads YAML that a person may have edited, or that comes from somebody else.
     *
     * @param name what the text is called in errors, for example a file
     * @throws community.likeminds.agent.shared.AgentException {@code plan-invalid} with line and reason: no YAML, a field that is
     *     not known, a path outside of the project, a command that is not allowed, a diff that cannot be read
     */
    IntegrationPlan read(String yaml, String name);
}
