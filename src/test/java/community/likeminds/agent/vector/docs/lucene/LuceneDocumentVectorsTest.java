package community.likeminds.agent.vector.docs.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.infrastructure.storage.DataFolder;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.docs.DocumentVectors;
import community.likeminds.agent.vector.docs.DocumentVectorsContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
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

    @Test
    void aDamagedIndexIsSaidWithItsRemedy() throws IOException {
        Path folder = Files.createDirectories(data.resolve("index/docs-2"));
        byte[] noise = new byte[300];
        new Random(11).nextBytes(noise);
        Files.write(folder.resolve("segments_1"), noise);
        assertThatThrownBy(() -> open().counts(TenantId.DEFAULT, "docs", "model"))
                .isInstanceOfSatisfying(AgentException.class, error -> {
                    assertThat(error.code()).isEqualTo("index-damaged");
                    assertThat(error.fact()).contains(folder.toString());
                });
    }

    @AfterEach
    void close() throws IOException {
        for (LuceneDocumentVectors vectors : opened) {
            vectors.close();
        }
    }
}
