/** Who calls and what they may do: identities, permissions, and tokens that carry an identity between processes. */
@NullMarked
@ApplicationModule(
        id = "infrastructure.auth",
        allowedDependencies = {"shared", "infrastructure.secrets", "infrastructure.storage", "infrastructure.web"})
package community.likeminds.agent.infrastructure.auth;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
