/** REST under /api/v1: routes, validation and problem details. */
@NullMarked
@ApplicationModule(id = "gateway",
        allowedDependencies = {"shared", "processors.docs", "processors.code", "vector.docs", "vector.analytics", "agents.documentation", "agents.coding"})
package community.likeminds.agent.gateway;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
