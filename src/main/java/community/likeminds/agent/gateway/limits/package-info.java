/** How often somebody may call. */
@NullMarked
package community.likeminds.agent.gateway.limits;

import org.jspecify.annotations.NullMarked;
