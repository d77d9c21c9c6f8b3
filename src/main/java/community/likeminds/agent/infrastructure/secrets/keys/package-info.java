/** Keys that this installation holds itself: in a file or in the environment. */
@NullMarked
package community.likeminds.agent.infrastructure.secrets.keys;

import org.jspecify.annotations.NullMarked;
