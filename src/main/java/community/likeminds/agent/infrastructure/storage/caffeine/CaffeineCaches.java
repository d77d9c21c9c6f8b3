package community.likeminds.agent.infrastructure.storage.caffeine;

import community.likeminds.agent.infrastructure.storage.Caches;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A cache in this process for each region. */
final class CaffeineCaches implements Caches {

    private final Map<Region, Cache> caches = new ConcurrentHashMap<>();

    @Override
    public Cache of(Region region) {
        return caches.computeIfAbsent(region, CaffeineRegion::new);
    }
}
