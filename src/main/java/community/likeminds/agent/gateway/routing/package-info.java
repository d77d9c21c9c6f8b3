/** Leads requests to the process that runs the role, through the registry. */
@NullMarked
package community.likeminds.agent.gateway.routing;

import org.jspecify.annotations.NullMarked;
