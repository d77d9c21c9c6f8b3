package community.likeminds.agent.gateway;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands before the routes. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class GatewayConfiguration {

    @Bean
    LocalRequestsFilter localRequestsFilter() {
        return new LocalRequestsFilter();
    }
}
