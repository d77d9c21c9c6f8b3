package community.likeminds.agent.infrastructure.observability.metrics;

import community.likeminds.agent.infrastructure.observability.tracing.Advice;
import community.likeminds.agent.infrastructure.storage.Caches;
import community.likeminds.agent.infrastructure.storage.Caches.Cache;
import community.likeminds.agent.infrastructure.storage.Caches.Region;
import community.likeminds.agent.shared.TenantId;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hits and misses of the cache by region. */
final class CacheAdvice implements Advice {

    private final Figures figures;

    CacheAdvice(Figures figures) {
        this.figures = figures;
    }

    @Override
    public Class<?> type() {
        return Caches.class;
    }

    @Override
    public @Nullable Object around(Method method, Object[] arguments, Call call, Object bean) throws Throwable {
        Object result = call.proceed(arguments);
        return result instanceof Cache cache && arguments.length == 1 && arguments[0] instanceof Region region
                ? new Counting(cache, region.name(), figures)
                : result;
    }

    private record Counting(Cache cache, String region, Figures figures) implements Cache {

        @Override
        public Optional<String> get(TenantId tenant, String key) {
            Optional<String> found = cache.get(tenant, key);
            figures.count("likeminds.cache.requests", 1, "region", region, "result", found.isPresent() ? "hit" : "miss");
            return found;
        }

        @Override
        public void put(TenantId tenant, String key, String value) {
            cache.put(tenant, key, value);
        }

        @Override
        public boolean replace(TenantId tenant, String key, @Nullable String expected, String value) {
            return cache.replace(tenant, key, expected, value);
        }

        @Override
        public long add(TenantId tenant, String key, long amount) {
            return cache.add(tenant, key, amount);
        }

        @Override
        public void remove(TenantId tenant, String key) {
            cache.remove(tenant, key);
        }

        @Override
        public void clear(TenantId tenant) {
            cache.clear(tenant);
        }
    }
}
