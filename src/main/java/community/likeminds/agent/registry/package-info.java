/** Which processes there are, what they run, whether they are well, and how they are configured. */
@NullMarked
@ApplicationModule(
        id = "registry",
        allowedDependencies = {"shared"})
package community.likeminds.agent.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
