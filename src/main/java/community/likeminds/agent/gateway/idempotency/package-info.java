/** Repeated requests are answered with what the first one was answered. */
@NullMarked
package community.likeminds.agent.gateway.idempotency;

import org.jspecify.annotations.NullMarked;
