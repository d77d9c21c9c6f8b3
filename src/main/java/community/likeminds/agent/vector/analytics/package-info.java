/** What people search for, what they were shown, and what the documentation lacks; for documents and for code. */
@NullMarked
@ApplicationModule(id = "vector.analytics",
        allowedDependencies = {"shared", "infrastructure.auth", "infrastructure.storage", "infrastructure.web"})
package community.likeminds.agent.vector.analytics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
