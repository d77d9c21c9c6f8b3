/** Ranks what the legs of a search found; the same for every store. */
@NullMarked
package community.likeminds.agent.vector.core.query;

import org.jspecify.annotations.NullMarked;
