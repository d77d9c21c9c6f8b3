/** What every module speaks: errors with a remedy, progress, tenants. */
@NullMarked
@ApplicationModule(id = "shared")
package community.likeminds.agent.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
