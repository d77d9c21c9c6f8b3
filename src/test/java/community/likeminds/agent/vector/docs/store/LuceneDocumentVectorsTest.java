package community.likeminds.agent.vector.docs.store;

import community.likeminds.agent.infrastructure.storage.DataFolder;
import community.likeminds.agent.vector.core.snapshot.ZipSnapshots;
import community.likeminds.agent.vector.core.store.lucene.LuceneVectorStores;
import community.likeminds.agent.vector.docs.DocumentVectors;
import community.likeminds.agent.vector.docs.DocumentVectorsContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class LuceneDocumentVectorsTest extends DocumentVectorsContract {

    @TempDir
    Path data;

    private final List<LuceneVectorStores> opened = new ArrayList<>();

    @Override
    protected DocumentVectors open() {
        LuceneVectorStores stores = new LuceneVectorStores(new DataFolder(data));
        opened.add(stores);
        return new StoredDocumentVectors(stores, new ZipSnapshots());
    }

    @AfterEach
    void close() throws IOException {
        for (LuceneVectorStores stores : opened) {
            stores.close();
        }
    }
}
