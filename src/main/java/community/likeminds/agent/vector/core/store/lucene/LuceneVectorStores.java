package community.likeminds.agent.vector.core.store.lucene;

import community.likeminds.agent.infrastructure.storage.DataFolder;
import community.likeminds.agent.vector.core.Space;
import community.likeminds.agent.vector.core.VectorStore;
import community.likeminds.agent.vector.core.VectorStores;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An index for each space, below the data folder. */
public final class LuceneVectorStores implements VectorStores, AutoCloseable {

    private final DataFolder data;
    private final Map<Space, LuceneVectorStore> stores = new ConcurrentHashMap<>();

    public LuceneVectorStores(DataFolder data) {
        this.data = data;
    }

    @Override
    public VectorStore of(Space space) {
        return stores.computeIfAbsent(space, named -> new LuceneVectorStore(data, named));
    }

    @Override
    public void close() throws IOException {
        for (LuceneVectorStore store : stores.values()) {
            store.close();
        }
    }
}
