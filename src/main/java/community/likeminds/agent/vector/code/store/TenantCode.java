package community.likeminds.agent.vector.code.store;

import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.shared.TenantStore;
import community.likeminds.agent.vector.core.CollectionId;
import community.likeminds.agent.vector.core.VectorStore;
import community.likeminds.agent.vector.core.VectorStores;
import java.util.List;
import org.springframework.stereotype.Component;

/** All of an organisation's passages of source code, by codebase. */
@Component
class TenantCode implements TenantStore {

    private final VectorStores stores;

    TenantCode(VectorStores stores) {
        this.stores = stores;
    }

    @Override
    public String keeps() {
        return "indexed codebases";
    }

    @Override
    public long forget(TenantId tenant) {
        VectorStore store = stores.of(CodeEntries.SPACE);
        List<String> sources = store.sources(tenant);
        sources.forEach(source -> store.delete(new CollectionId(tenant, source)));
        return sources.size();
    }
}
