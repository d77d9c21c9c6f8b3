package community.likeminds.agent.infrastructure.storage.objects;

import community.likeminds.agent.infrastructure.storage.StoredObjects;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.shared.TenantStore;
import java.util.List;
import org.springframework.stereotype.Component;

/** All objects of an organisation, whatever store they are in. */
@Component
class TenantObjects implements TenantStore {

    private static final int AT_ONCE = 1_000;

    private final StoredObjects objects;

    TenantObjects(StoredObjects objects) {
        this.objects = objects;
    }

    @Override
    public String keeps() {
        return "objects";
    }

    @Override
    public long forget(TenantId tenant) {
        long forgotten = 0;
        List<StoredObjects.Listed> found;
        do {
            found = objects.list(tenant, "", "", AT_ONCE);
            found.forEach(object -> objects.delete(tenant, object.key()));
            forgotten += found.size();
        } while (!found.isEmpty());
        return forgotten;
    }
}
