package community.likeminds.agent.infrastructure.messaging.deadletter;

import community.likeminds.agent.infrastructure.messaging.MessageQueue;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class DeadLetterConfiguration {

    @Bean
    JdbcDeadLetters deadLetters(JdbcTemplate jdbc, PlatformTransactionManager transactions, ObjectProvider<MessageQueue> queues) {
        return new JdbcDeadLetters(jdbc, transactions, queues::getObject, Clock.systemUTC());
    }
}
