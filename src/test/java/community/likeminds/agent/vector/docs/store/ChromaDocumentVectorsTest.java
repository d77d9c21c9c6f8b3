package community.likeminds.agent.vector.docs.store;

import community.likeminds.agent.infrastructure.storage.DataFolder;
import community.likeminds.agent.services.RealChroma;
import community.likeminds.agent.services.RealService;
import community.likeminds.agent.vector.core.snapshot.ZipSnapshots;
import community.likeminds.agent.vector.core.store.chroma.ChromaSettings;
import community.likeminds.agent.vector.core.store.chroma.ChromaVectorStores;
import community.likeminds.agent.vector.docs.DocumentVectors;
import community.likeminds.agent.vector.docs.DocumentVectorsContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Every store that is opened shares the mirror, as processes on one machine do. */
@ExtendWith(RealChroma.class)
class ChromaDocumentVectorsTest extends DocumentVectorsContract {

    @TempDir
    Path data;

    private final ChromaSettings settings;
    private final List<ChromaVectorStores> opened = new ArrayList<>();

    ChromaDocumentVectorsTest(RealService chroma) {
        this.settings = ChromaSettings.of(chroma.url(), "test-" + UUID.randomUUID(), "");
    }

    @Override
    protected DocumentVectors open() {
        ChromaVectorStores stores = new ChromaVectorStores(new DataFolder(data), settings);
        opened.add(stores);
        return new StoredDocumentVectors(stores, new ZipSnapshots());
    }

    @AfterEach
    void close() throws IOException {
        for (ChromaVectorStores stores : opened) {
            stores.close();
        }
    }
}
