package community.likeminds.agent.vector.core.store.chroma;

import community.likeminds.agent.infrastructure.storage.DataFolder;
import community.likeminds.agent.vector.core.Space;
import community.likeminds.agent.vector.core.VectorStore;
import community.likeminds.agent.vector.core.VectorStores;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Stores on one Chroma server. */
public final class ChromaVectorStores implements VectorStores, AutoCloseable {

    private final DataFolder data;
    private final ChromaSettings settings;
    private final ChromaHttp http;
    private final Map<Space, ChromaVectorStore> stores = new ConcurrentHashMap<>();

    public ChromaVectorStores(DataFolder data, ChromaSettings settings) {
        this.data = data;
        this.settings = settings;
        this.http = new ChromaHttp(settings);
    }

    @Override
    public VectorStore of(Space space) {
        return stores.computeIfAbsent(space, named -> new ChromaVectorStore(http, settings, data, named));
    }

    /** Throws {@code chroma-unreachable} and the like. */
    void check() {
        http.get("/heartbeat");
    }

    @Override
    public void close() throws IOException {
        for (ChromaVectorStore store : stores.values()) {
            store.close();
        }
        http.close();
    }
}
