/** What operators see of this product: metrics, traces, logs, and what its models are asked. */
@NullMarked
@ApplicationModule(
        id = "infrastructure.observability",
        allowedDependencies = {
            "shared",
            "agents.coding",
            "agents.documentation",
            "infrastructure.auth",
            "infrastructure.messaging",
            "infrastructure.storage",
            "processors.docs",
            "project.analysis",
            "project.environment",
            "vector.docs"
        })
package community.likeminds.agent.infrastructure.observability;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
