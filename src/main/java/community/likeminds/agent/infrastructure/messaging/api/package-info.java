/** Tasks and dead letters over REST. */
@NullMarked
package community.likeminds.agent.infrastructure.messaging.api;

import org.jspecify.annotations.NullMarked;
