/** Wiring of the one artifact: which roles run in this process; no logic of its own. */
@NullMarked
package community.likeminds.agent;

import org.jspecify.annotations.NullMarked;
