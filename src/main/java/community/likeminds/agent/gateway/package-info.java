/** The way in: who may call, how often, and with what. The routes themselves belong to the roles. */
@NullMarked
@ApplicationModule(id = "gateway", allowedDependencies = {"shared", "infrastructure.web", "infrastructure.auth", "infrastructure.secrets", "infrastructure.storage", "registry"})
package community.likeminds.agent.gateway;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
