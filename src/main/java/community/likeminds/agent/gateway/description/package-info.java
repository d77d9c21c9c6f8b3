/** The published description of the whole system's interface, read off the controllers of all roles. */
@NullMarked
package community.likeminds.agent.gateway.description;

import org.jspecify.annotations.NullMarked;
