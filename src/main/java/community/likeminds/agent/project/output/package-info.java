/** Keeps change sets: checkpoints, undo, diffs, branches. */
@NullMarked
@ApplicationModule(id = "project.output",
        allowedDependencies = {"shared", "infrastructure.secrets"})
package community.likeminds.agent.project.output;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
