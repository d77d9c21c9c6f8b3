/** Queues on RabbitMQ: quorum queues, publisher confirms, acknowledged consumption, a dead-letter exchange. */
@NullMarked
package community.likeminds.agent.infrastructure.messaging.rabbitmq;

import org.jspecify.annotations.NullMarked;
