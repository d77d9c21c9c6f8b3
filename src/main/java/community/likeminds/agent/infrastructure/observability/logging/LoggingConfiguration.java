package community.likeminds.agent.infrastructure.observability.logging;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** A command tells its user what matters; the logs of servers are what operators read. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class LoggingConfiguration {

    @Bean
    static LokiLogs lokiLogs(Environment environment) {
        return new LokiLogs(environment);
    }
}
