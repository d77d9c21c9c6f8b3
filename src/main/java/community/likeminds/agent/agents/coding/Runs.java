package community.likeminds.agent.agents.coding;

import community.likeminds.agent.shared.TenantId;
import java.util.List;

/**
 * Integrations in the background: they survive the process that carries them out; another one goes on with what it has left. Values of
 * keys are kept encrypted.
 */
public interface Runs {

    /** Plans, applies and proves an integration. @param key asking twice with the same one gives the same run; empty when every request is meant */
    Run integrate(TenantId tenant, IntegrationRequest request, String key);

    /**
     * Applies a stored plan and proves the result.
     *
     * @param plan its id
     * @param key see {@link #integrate}
     */
    Run apply(TenantId tenant, String plan, ApplyOptions options, String key);

    /** The latest, newest first. */
    List<Run> list(TenantId tenant);

    /** Throws {@code run-unknown}. */
    Run get(TenantId tenant, String id);

    /** Asks for the end of a run; what it has changed is brought back. Throws {@code run-unknown}, {@code run-ended}. */
    Run cancel(TenantId tenant, String id);
}
