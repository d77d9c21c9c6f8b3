package community.likeminds.agent.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.infrastructure.storage.Caches;
import community.likeminds.agent.services.RealRedis;
import community.likeminds.agent.services.RealService;
import community.likeminds.agent.shared.TenantId;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;

/** Two gateways that share a Redis server. */
@ExtendWith(RealRedis.class)
class SharedRateLimitTest {

    private static final int LIMIT = 1000;
    private static final int ASKED = 1500;

    private final RealService redis;

    SharedRateLimitTest(RealService redis) {
        this.redis = redis;
    }

    @ComponentScan("community.likeminds.agent.infrastructure.storage.redis")
    static class Storage {}

    @Test
    void togetherTheyLetExactlyTheLimitThrough() throws Exception {
        String prefix = UUID.randomUUID().toString();
        AtomicLong clock = new AtomicLong();
        AtomicInteger allowed = new AtomicInteger();
        try (ConfigurableApplicationContext one = process(prefix); ConfigurableApplicationContext two = process(prefix)) {
            RateLimits[] gateways = {
                new RateLimits(one.getBean(Caches.class), RateLimitTests.clock(clock)), new RateLimits(two.getBean(Caches.class), RateLimitTests.clock(clock))
            };
            try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
                for (int asked = 0; asked < ASKED; asked++) {
                    RateLimits gateway = gateways[asked % 2];
                    callers.execute(() -> {
                        if (gateway.count(TenantId.DEFAULT, "caller", LIMIT).allowed()) {
                            allowed.incrementAndGet();
                        }
                    });
                }
                callers.shutdown();
                assertThat(callers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(gateways[0].isAlone() || gateways[1].isAlone()).isFalse();
        }
        assertThat(allowed).hasValue(LIMIT);
    }

    private ConfigurableApplicationContext process(String prefix) {
        return new SpringApplicationBuilder(Storage.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.main.banner-mode=off",
                        "--likeminds.storage.cache=redis",
                        "--likeminds.storage.redis.url=" + redis.url(),
                        "--likeminds.storage.redis.prefix=" + prefix,
                        "--likeminds.storage.redis.answer-limit=5s");
    }
}
