/** Plans an integration for one project, applies it, proves it, and undoes it. */
@NullMarked
@ApplicationModule(id = "agents.coding",
        allowedDependencies = {"shared", "processors.docs", "processors.code", "agents.documentation", "project.output", "project.environment", "project.analysis", "infrastructure.storage", "infrastructure.messaging", "infrastructure.secrets", "infrastructure.auth", "infrastructure.web"})
package community.likeminds.agent.agents.coding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
