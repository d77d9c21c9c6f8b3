/** Ingests documentation and answers questions from it with citations. */
@NullMarked
@ApplicationModule(id = "agents.documentation",
        allowedDependencies = {"shared", "processors.docs", "processors.code", "project.analysis", "vector.core", "vector.docs", "vector.code", "vector.analytics", "infrastructure.auth", "infrastructure.storage", "infrastructure.messaging", "infrastructure.web"})
package community.likeminds.agent.agents.documentation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
