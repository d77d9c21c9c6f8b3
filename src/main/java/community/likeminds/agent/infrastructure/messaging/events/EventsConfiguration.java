package community.likeminds.agent.infrastructure.messaging.events;

import community.likeminds.agent.infrastructure.messaging.EventBus;
import community.likeminds.agent.infrastructure.messaging.MessageQueue;
import community.likeminds.agent.infrastructure.messaging.deadletter.DeadLetterHandler;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class EventsConfiguration {

    @Bean
    EventBus eventBus(
            JdbcTemplate jdbc, PlatformTransactionManager transactions, MessageQueue queues, DeadLetterHandler deadLetters) {
        return new JdbcEventBus(jdbc, transactions, queues, deadLetters, Clock.systemUTC());
    }
}
