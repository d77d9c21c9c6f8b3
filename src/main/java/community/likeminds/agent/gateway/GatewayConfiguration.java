package community.likeminds.agent.gateway;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands before the routes. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(GatewayProperties.class)
class GatewayConfiguration {

    @Bean
    EntryFilter entryFilter(GatewayProperties properties) {
        return new EntryFilter(properties);
    }
}
