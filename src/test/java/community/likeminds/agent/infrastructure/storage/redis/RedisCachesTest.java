package community.likeminds.agent.infrastructure.storage.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.infrastructure.storage.Caches;
import community.likeminds.agent.infrastructure.storage.Caches.Cache;
import community.likeminds.agent.infrastructure.storage.CachesContract;
import community.likeminds.agent.infrastructure.storage.StoreHealth;
import community.likeminds.agent.services.RealRedis;
import community.likeminds.agent.services.RealService;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.shared.TenantStore;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealRedis.class)
class RedisCachesTest extends CachesContract {

    private final RealService real;
    private final RedisSettings settings;
    private final RedisServer server;
    private final Caches caches;

    RedisCachesTest(RealService real) {
        this.real = real;
        this.settings = new RedisSettings(
                real.url().toString(), UUID.randomUUID().toString(), Duration.ofSeconds(2), Duration.ofSeconds(5));
        this.server = new RedisServer(settings);
        this.caches = new RedisConfiguration().caches(server, settings);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected Caches caches() {
        return caches;
    }

    @Test
    void anotherProcessSeesTheSame() {
        caches.of(LONG).put(ONE, "k", "v");
        try (RedisServer other = new RedisServer(settings)) {
            Caches theirs = new RedisConfiguration().caches(other, settings);
            assertThat(theirs.of(LONG).get(ONE, "k")).contains("v");
            theirs.of(LONG).clear(ONE);
        }
        assertThat(caches.of(LONG).get(ONE, "k")).isEmpty();
    }

    @Test
    void anOrganisationThatIsRemovedLeavesNothing() {
        for (Caches.Region region : List.of(LONG, new Caches.Region("others", Duration.ofMinutes(10), 10))) {
            for (TenantId tenant : List.of(ONE, OTHER, new TenantId("one-more"))) {
                Cache cache = caches.of(region);
                for (int i = 0; i < 1_500; i++) {
                    cache.put(tenant, "k" + i, "v");
                }
                cache.clear(tenant);
                cache.put(tenant, "after", "v");
            }
        }
        TenantStore store = new RedisConfiguration().cachedValues(server, settings);
        assertThat(store.forget(ONE)).isEqualTo(2 * 1_502);
        assertThat(server.<List<String>>ask(redis -> redis.keys(settings.prefix() + ":*")))
                .hasSize(2 * 2 * 1_502)
                .noneMatch(key -> key.contains("{one:"));
        assertThat(caches.of(LONG).get(ONE, "after")).isEmpty();
        assertThat(caches.of(LONG).get(OTHER, "after")).contains("v");
        assertThat(store.forget(ONE)).isZero();
    }

    @Test
    void whileItIsAwayNothingIsFoundAndOnlyCountersSaySo() throws Exception {
        Cache cache = caches.of(LONG);
        cache.put(ONE, "k", "v");
        StoreHealth health = new RedisConfiguration().cacheHealth(server);
        assertThat(health.check()).isEqualTo(new StoreHealth.State("cache", "redis", false, true, ""));
        real.stop();
        try {
            assertThat(health.check().ready()).isFalse();
            assertThat(health.check().missing()).contains("No Redis server answers at", "likeminds.storage.redis.url");
            assertThat(cache.get(ONE, "k")).isEmpty();
            cache.put(ONE, "k", "lost");
            cache.remove(ONE, "k");
            cache.clear(ONE);
            assertThatThrownBy(() -> cache.add(ONE, "n", 1)).satisfies(RedisCachesTest::unreachable);
            assertThatThrownBy(() -> cache.replace(ONE, "k", null, "x")).satisfies(RedisCachesTest::unreachable);
            try (RedisServer late = new RedisServer(settings)) {
                Cache unconnected = new RedisConfiguration().caches(late, settings).of(LONG);
                assertThat(unconnected.get(ONE, "k")).isEmpty();
                assertThatThrownBy(() -> unconnected.add(ONE, "n", 1)).satisfies(RedisCachesTest::unreachable);
            }
        } finally {
            real.startAgain();
        }
        for (int tries = 0; cache.get(ONE, "k").isEmpty(); tries++) {
            assertThat(tries).isLessThan(600);
            Thread.sleep(100);
        }
        assertThat(health.check().ready()).isTrue();
        assertThat(cache.get(ONE, "k")).contains("v");
        assertThat(cache.add(ONE, "n", 1)).isEqualTo(1);
    }

    @Test
    void credentialsAreNotShown() {
        assertThat(new RedisSettings("redis://me:s3c@ret@one:1/2?timeout=1s", "p", Duration.ofSeconds(1), Duration.ofSeconds(1)).shown())
                .isEqualTo("redis://one:1/2");
    }

    private static void unreachable(Throwable error) {
        assertThat(error).isInstanceOfSatisfying(AgentException.class, known -> assertThat(known.code()).isEqualTo("cache-unreachable"));
    }
}
