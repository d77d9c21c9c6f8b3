/** Queues and events in a table: nothing to run beside the database. */
@NullMarked
package community.likeminds.agent.infrastructure.messaging.jdbc;

import org.jspecify.annotations.NullMarked;
