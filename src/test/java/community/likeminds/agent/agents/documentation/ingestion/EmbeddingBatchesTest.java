package community.likeminds.agent.agents.documentation.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.agents.documentation.FakeEmbeddings;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EmbeddingBatchesTest {

    private final FakeEmbeddings embeddings = new FakeEmbeddings();

    @AfterEach
    void clearInterrupt() {
        Thread.interrupted();
    }

    private static Map<String, String> texts(int count) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            texts.put("hash " + i, "text " + i + " about subject" + i % 7);
        }
        return texts;
    }

    @Test
    void everyTextGetsItsOwnVectorOnce() {
        Map<String, String> texts = texts(333);
        Map<String, float[]> made = new HashMap<>();
        new EmbeddingBatches(embeddings, texts).run((batch, done) -> {
            assertThat(done).isEqualTo(made.size());
            made.putAll(batch.vectors());
        });
        assertThat(made.keySet()).isEqualTo(texts.keySet());
        assertThat(embeddings.embedded).hasSize(333);
        texts.forEach((hash, text) -> assertThat(made.get(hash)).isEqualTo(new FakeEmbeddings().embedPassage(text)));
    }

    @Test
    void whatFailsIsThrownAsItIsAndWhatWasMadeBeforeIsHandedOut() {
        embeddings.diesAfter = 200;
        Map<String, float[]> made = new HashMap<>();
        assertThatThrownBy(() -> new EmbeddingBatches(embeddings, texts(500)).run((batch, done) -> made.putAll(batch.vectors())))
                .isInstanceOf(FakeEmbeddings.Killed.class);
        // No more than a batch of the model's was under way.
        assertThat(made.size()).isBetween(200 - embeddings.batch(), 200);
    }

    @Test
    void whoIsInterruptedStops() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> new EmbeddingBatches(embeddings, texts(500)).run((batch, done) -> {}))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
