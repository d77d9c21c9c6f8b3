package community.likeminds.agent.infrastructure.storage.redis;

import community.likeminds.agent.infrastructure.storage.Caches;
import community.likeminds.agent.infrastructure.storage.StoreHealth;
import community.likeminds.agent.shared.TenantStore;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "likeminds.storage.cache", havingValue = "redis")
class RedisConfiguration {

    @Bean
    RedisSettings redisSettings(
            @Value("${likeminds.storage.redis.url:redis://127.0.0.1:6379}") String url,
            @Value("${likeminds.storage.redis.prefix:likeminds}") String prefix,
            @Value("${likeminds.storage.redis.connect-limit:1s}") Duration connectLimit,
            @Value("${likeminds.storage.redis.answer-limit:500ms}") Duration answerLimit) {
        return new RedisSettings(url, prefix, connectLimit, answerLimit);
    }

    @Bean(destroyMethod = "close")
    RedisServer redisServer(RedisSettings settings) {
        return new RedisServer(settings);
    }

    @Bean
    Caches caches(RedisServer server, RedisSettings settings) {
        return region -> new RedisRegion(server, settings.prefix(), region);
    }

    @Bean
    TenantStore cachedValues(RedisServer server, RedisSettings settings) {
        return new RedisTenants(server, settings.prefix());
    }

    @Bean
    StoreHealth cacheHealth(RedisServer server) {
        return StoreHealth.of("cache", "redis", false, () -> server.ask(redis -> redis.ping()));
    }
}
