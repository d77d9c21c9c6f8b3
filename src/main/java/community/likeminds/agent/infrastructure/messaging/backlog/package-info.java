/** Counts what waits. */
@NullMarked
package community.likeminds.agent.infrastructure.messaging.backlog;

import org.jspecify.annotations.NullMarked;
