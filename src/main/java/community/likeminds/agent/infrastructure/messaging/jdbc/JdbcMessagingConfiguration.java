package community.likeminds.agent.infrastructure.messaging.jdbc;

import community.likeminds.agent.infrastructure.messaging.MessageQueue;
import community.likeminds.agent.infrastructure.messaging.deadletter.DeadLetterHandler;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "likeminds.messaging.broker", havingValue = "jdbc", matchIfMissing = true)
class JdbcMessagingConfiguration {

    @Bean
    MessageQueue messageQueue(JdbcTemplate jdbc, PlatformTransactionManager transactions, DeadLetterHandler deadLetters) {
        return new JdbcMessageQueue(jdbc, transactions, deadLetters, Clock.systemUTC());
    }
}
