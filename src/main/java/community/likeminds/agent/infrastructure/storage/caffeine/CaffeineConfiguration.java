package community.likeminds.agent.infrastructure.storage.caffeine;

import community.likeminds.agent.infrastructure.storage.Caches;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "likeminds.storage.cache", havingValue = "caffeine", matchIfMissing = true)
class CaffeineConfiguration {

    @Bean
    Caches caches() {
        return new CaffeineCaches();
    }
}
