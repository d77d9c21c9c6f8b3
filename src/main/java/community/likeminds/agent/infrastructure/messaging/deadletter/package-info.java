/** The dead letter handler: keeps what failed for good, whatever broker it came from. */
@NullMarked
package community.likeminds.agent.infrastructure.messaging.deadletter;

import org.jspecify.annotations.NullMarked;
