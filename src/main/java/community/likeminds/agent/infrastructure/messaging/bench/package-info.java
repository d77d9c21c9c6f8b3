/** Measures queues beside what they are built on. */
@NullMarked
package community.likeminds.agent.infrastructure.messaging.bench;

import org.jspecify.annotations.NullMarked;
