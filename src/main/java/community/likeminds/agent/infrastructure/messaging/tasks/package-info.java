/** Durable tasks: their state in a table, their delivery over a queue, both in one transaction. */
@NullMarked
package community.likeminds.agent.infrastructure.messaging.tasks;

import org.jspecify.annotations.NullMarked;
