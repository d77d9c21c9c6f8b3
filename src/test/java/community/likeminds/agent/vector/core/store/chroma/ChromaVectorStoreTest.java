package community.likeminds.agent.vector.core.store.chroma;

import community.likeminds.agent.infrastructure.storage.DataFolder;
import community.likeminds.agent.services.RealChroma;
import community.likeminds.agent.services.RealService;
import community.likeminds.agent.vector.core.VectorStoreContract;
import community.likeminds.agent.vector.core.VectorStores;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Every store that is opened has a mirror of its own, as on machines of their own. */
@ExtendWith(RealChroma.class)
class ChromaVectorStoreTest extends VectorStoreContract {

    @TempDir
    Path data;

    private final ChromaSettings settings;
    private final List<ChromaVectorStores> opened = new ArrayList<>();

    ChromaVectorStoreTest(RealService chroma) {
        this.settings = ChromaSettings.of(chroma.url(), "test-" + UUID.randomUUID(), "");
    }

    @Override
    protected VectorStores open() {
        ChromaVectorStores stores =
                new ChromaVectorStores(new DataFolder(data.resolve("machine" + opened.size())), settings);
        opened.add(stores);
        return stores;
    }

    @AfterEach
    void close() throws IOException {
        for (ChromaVectorStores stores : opened) {
            stores.close();
        }
    }
}
