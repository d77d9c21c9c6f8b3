/** Sensitive values at rest: encrypted one by one, each for its organisation and name only. */
@NullMarked
@ApplicationModule(
        id = "infrastructure.secrets",
        allowedDependencies = {"shared", "infrastructure.storage"})
package community.likeminds.agent.infrastructure.secrets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
