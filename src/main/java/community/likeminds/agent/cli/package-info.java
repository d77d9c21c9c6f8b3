/** The command line. */
@NullMarked
@ApplicationModule(id = "cli",
        allowedDependencies = {"shared", "infrastructure.auth", "infrastructure.secrets", "infrastructure.storage", "registry", "infrastructure.messaging", "infrastructure.remote", "processors.docs", "processors.code", "vector.core", "vector.docs", "vector.analytics", "agents.documentation", "agents.coding", "project.output", "project.environment", "project.analysis"})
package community.likeminds.agent.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
