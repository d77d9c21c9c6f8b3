/** One trace from the first request to the last build: what crosses roles, queues and processes carries its context. */
@NullMarked
package community.likeminds.agent.infrastructure.observability.tracing;

import org.jspecify.annotations.NullMarked;
