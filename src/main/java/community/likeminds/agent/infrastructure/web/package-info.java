/** What every controller shares: problem details, allowed folders, limits of bodies, and the caller's tenant as an argument. */
@NullMarked
@ApplicationModule(id = "infrastructure.web", allowedDependencies = {"shared"})
package community.likeminds.agent.infrastructure.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
