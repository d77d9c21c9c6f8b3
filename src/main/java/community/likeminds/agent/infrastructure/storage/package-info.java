/** What is kept, behind small ports with embedded adapters and adapters for servers. */
@NullMarked
@ApplicationModule(id = "infrastructure.storage",
        allowedDependencies = {"shared"})
package community.likeminds.agent.infrastructure.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
