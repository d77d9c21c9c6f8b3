/** Logs: without secrets wherever they go, in the form that collectors read, and to Loki when there is one. */
@NullMarked
package community.likeminds.agent.infrastructure.observability.logging;

import org.jspecify.annotations.NullMarked;
