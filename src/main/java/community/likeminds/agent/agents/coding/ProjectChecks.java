package community.likeminds.agent.agents.coding;

import community.likeminds.agent.infrastructure.messaging.Task;
import community.likeminds.agent.shared.TenantId;
import java.nio.file.Path;

/**
 * Installs, builds and tests projects as they stand, in the background. The task's result is an object with {@code status} ({@code passed},
 * {@code failed} or {@code not-possible}) and {@code checks} ({@link IntegrationReport.CheckOutcome}); what installing
 * changes in the project is brought back, what its own build writes stays.
 */
public interface ProjectChecks {

    /** @param key asking twice with the same one gives the same task; empty when every request is meant */
    Task start(TenantId tenant, Path project, String key);
}
