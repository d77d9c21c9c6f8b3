/** Relational storage on the portable SQL subset, with its migrations. */
@NullMarked
@ApplicationModule(id = "infrastructure.storage",
        allowedDependencies = {"shared"})
package community.likeminds.agent.infrastructure.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
