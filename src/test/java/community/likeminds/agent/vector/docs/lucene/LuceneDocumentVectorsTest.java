package community.likeminds.agent.vector.docs.lucene;

import community.likeminds.agent.infrastructure.storage.DataFolder;
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

    private final List<LuceneDocumentVectors> opened = new ArrayList<>();

    @Override
    protected DocumentVectors open() {
        LuceneDocumentVectors vectors = new LuceneDocumentVectors(new DataFolder(data));
        opened.add(vectors);
        return vectors;
    }

    @AfterEach
    void close() throws IOException {
        for (LuceneDocumentVectors vectors : opened) {
            vectors.close();
        }
    }
}
