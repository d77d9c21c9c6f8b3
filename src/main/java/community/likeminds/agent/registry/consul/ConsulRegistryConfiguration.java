package community.likeminds.agent.registry.consul;

import community.likeminds.agent.registry.ServiceRegistry;
import community.likeminds.agent.registry.discovery.Remembering;
import java.net.URI;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "likeminds.registry.kind", havingValue = "consul")
class ConsulRegistryConfiguration {

    @Bean
    ServiceRegistry serviceRegistry(
            @Value("${likeminds.registry.consul.url:http://127.0.0.1:8500}") URI address,
            @Value("${likeminds.registry.consul.token:}") String token,
            @Value("${likeminds.registry.consul.service:likeminds}") String service) {
        return new Remembering(new ConsulServiceRegistry(address, token, service, Clock.systemUTC()), Clock.systemUTC());
    }
}
