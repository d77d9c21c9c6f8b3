/** Validates an integrated project against the published packages and writes reports. */
@NullMarked
@ApplicationModule(id = "project.analysis",
        allowedDependencies = {"shared", "processors.docs", "processors.code", "project.environment"})
package community.likeminds.agent.project.analysis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
