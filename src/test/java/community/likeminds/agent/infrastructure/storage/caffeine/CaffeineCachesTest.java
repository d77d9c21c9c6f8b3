package community.likeminds.agent.infrastructure.storage.caffeine;

import community.likeminds.agent.infrastructure.storage.Caches;
import community.likeminds.agent.infrastructure.storage.CachesContract;

class CaffeineCachesTest extends CachesContract {

    private final Caches caches = new CaffeineCaches();

    @Override
    protected Caches caches() {
        return caches;
    }
}
