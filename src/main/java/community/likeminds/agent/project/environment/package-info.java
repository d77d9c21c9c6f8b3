/** Runs a project's commands and previews in bounded processes. */
@NullMarked
@ApplicationModule(id = "project.environment",
        allowedDependencies = {"shared"})
package community.likeminds.agent.project.environment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
