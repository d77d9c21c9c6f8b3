/** The event bus: a log in the database that every consumer reads at its own pace. */
@NullMarked
package community.likeminds.agent.infrastructure.messaging.events;

import org.jspecify.annotations.NullMarked;
