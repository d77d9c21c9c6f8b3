package community.likeminds.agent.gateway.limits;

import community.likeminds.agent.gateway.routing.Routes;
import community.likeminds.agent.infrastructure.storage.Caches;
import community.likeminds.agent.infrastructure.storage.StoreHealth;
import community.likeminds.agent.registry.LiveSettings;
import community.likeminds.agent.shared.AgentException;
import io.github.bucket4j.TimeMeter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(RateLimitProperties.class)
class RateLimitConfiguration {

    @Bean
    RateLimits rateLimits(Caches caches) {
        return new RateLimits(caches, TimeMeter.SYSTEM_MILLISECONDS);
    }

    @Bean
    LiveSettings<RateLimitProperties> liveRateLimits(RateLimitProperties properties, Environment environment) {
        return new LiveSettings<>("likeminds.gateway.rate-limits", RateLimitProperties.class, properties, environment);
    }

    @Bean
    RateLimitFilter rateLimitFilter(RateLimits limits, LiveSettings<RateLimitProperties> properties, ObjectProvider<Routes> routes) {
        return new RateLimitFilter(limits, properties, routes::getObject);
    }

    @Bean
    AddressLimitFilter addressLimitFilter(RateLimits limits, LiveSettings<RateLimitProperties> properties) {
        return new AddressLimitFilter(limits, () -> properties.get().address());
    }

    /** Says that limits are not shared at the moment. */
    @Bean
    StoreHealth rateLimitHealth(RateLimits limits) {
        return StoreHealth.of("rate-limits", "rate-limits", false, () -> {
            if (limits.isAlone()) {
                throw new AgentException(
                        AgentException.Kind.UNAVAILABLE,
                        "rate-limits-alone",
                        "This gateway counts requests for itself, because the cache does not answer.",
                        "Start the cache's server; until then callers may have their limit at each gateway.");
            }
        });
    }
}
