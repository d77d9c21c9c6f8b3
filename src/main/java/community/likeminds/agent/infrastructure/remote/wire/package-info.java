/** How calls, answers, callbacks and errors are written. */
@NullMarked
package community.likeminds.agent.infrastructure.remote.wire;

import org.jspecify.annotations.NullMarked;
