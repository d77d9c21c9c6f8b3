package community.likeminds.agent.registry.jdbc;

import community.likeminds.agent.registry.ServiceRegistry;
import community.likeminds.agent.registry.discovery.Remembering;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "likeminds.registry.kind", havingValue = "jdbc", matchIfMissing = true)
class JdbcRegistryConfiguration {

    @Bean
    ServiceRegistry serviceRegistry(JdbcTemplate jdbc) {
        return new Remembering(new JdbcServiceRegistry(jdbc, Clock.systemUTC()), Clock.systemUTC());
    }
}
