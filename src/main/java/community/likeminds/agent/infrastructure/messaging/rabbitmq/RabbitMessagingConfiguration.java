package community.likeminds.agent.infrastructure.messaging.rabbitmq;

import community.likeminds.agent.infrastructure.messaging.MessageQueue;
import community.likeminds.agent.infrastructure.messaging.TaskHandler;
import community.likeminds.agent.infrastructure.messaging.Tasks;
import community.likeminds.agent.infrastructure.messaging.deadletter.DeadLetterHandler;
import community.likeminds.agent.infrastructure.messaging.jdbc.MessageTable;
import community.likeminds.agent.infrastructure.storage.StoreHealth;
import community.likeminds.agent.shared.TenantStore;
import java.net.URI;
import java.time.Clock;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "likeminds.messaging.broker", havingValue = "rabbitmq")
class RabbitMessagingConfiguration {

    @Bean(destroyMethod = "close")
    RabbitMessageQueue messageQueue(
            @Value("${likeminds.messaging.rabbitmq.url:amqp://127.0.0.1:5672}") URI address,
            @Value("${likeminds.messaging.rabbitmq.user:guest}") String user,
            @Value("${likeminds.messaging.rabbitmq.password:guest}") String password,
            @Value("${likeminds.messaging.rabbitmq.prefix:likeminds}") String prefix,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            DeadLetterHandler deadLetters) {
        MessageTable table = new MessageTable(jdbc, transactions, Clock.systemUTC());
        return new RabbitMessageQueue(address, user, password, prefix, table, deadLetters);
    }

    @Bean
    TenantStore messagesOnTheBroker(
            @Value("${likeminds.messaging.rabbitmq.url:amqp://127.0.0.1:5672}") URI address,
            @Value("${likeminds.messaging.rabbitmq.user:guest}") String user,
            @Value("${likeminds.messaging.rabbitmq.password:guest}") String password,
            @Value("${likeminds.messaging.rabbitmq.prefix:likeminds}") String prefix,
            ObjectProvider<TaskHandler> handlers) {
        return new RabbitTenants(
                new Broker(address, user, password), new Topology(prefix),
                () -> handlers.stream().map(handler -> Tasks.queue(handler.type())).collect(Collectors.toSet()));
    }

    /** Nothing is lost while it is away: what is submitted waits in the database. */
    @Bean
    StoreHealth brokerHealth(MessageQueue queue) {
        return StoreHealth.of("broker", "rabbitmq", false, queue::check);
    }
}
