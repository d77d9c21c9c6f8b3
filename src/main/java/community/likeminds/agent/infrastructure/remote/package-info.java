/**
 * Calls interfaces of roles that run in another process: one generic endpoint where the role is, proxies where it is not.
 *
 * <p>A call is {@code POST /internal/{role}/{interface}/{method}} with the arguments by name. Its answer is a stream of JSON objects, one a line:
 * callbacks as they come, then one result, handle or problem; blank lines say that the work goes on.
 */
@NullMarked
@ApplicationModule(
        id = "infrastructure.remote",
        allowedDependencies = {"shared", "infrastructure.auth", "infrastructure.messaging", "infrastructure.storage", "registry"})
package community.likeminds.agent.infrastructure.remote;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
