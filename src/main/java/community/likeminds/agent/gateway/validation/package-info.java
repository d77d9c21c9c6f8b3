/** Looks at bodies before they travel. */
@NullMarked
package community.likeminds.agent.gateway.validation;

import org.jspecify.annotations.NullMarked;
