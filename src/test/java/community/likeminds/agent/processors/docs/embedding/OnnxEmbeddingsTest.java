package community.likeminds.agent.processors.docs.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxEmbeddingsTest {

    @TempDir
    static Path cache;

    static OnnxEmbeddings embeddings;

    @BeforeAll
    static void open() {
        embeddings = new OnnxEmbeddings(cache, 2);
    }

    @AfterAll
    static void close() {
        embeddings.close();
    }

    private static double similarity(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Test
    void countsTheModelsTokens() {
        assertThat(embeddings.tokens("")).isZero();
        assertThat(embeddings.tokens("hello world")).isEqualTo(2);
        assertThat(embeddings.tokens("tokenization")).isEqualTo(2);
        assertThat(embeddings.tokens("a ".repeat(3000))).isEqualTo(3000);
    }

    @Test
    void vectorsHaveUnitLengthAndTheModelsDimensions() {
        float[] vector = embeddings.embedPassage("Install the package with npm.");
        assertThat(vector).hasSize(embeddings.dimensions());
        assertThat(similarity(vector, vector)).isCloseTo(1, within(1e-5));
    }

    @Test
    void aQuestionIsNearestToThePassageThatAnswersIt() {
        float[] question = embeddings.embedQuery("How do I install the SDK?");
        double answer = similarity(question, embeddings.embedPassage("Add the SDK to your project: run npm install orbit-sdk."));
        double other = similarity(question, embeddings.embedPassage("The moon moves around the earth in about a month."));
        assertThat(answer).isGreaterThan(other + 0.1);
    }

    @Test
    void aVectorDoesNotDependOnWhatElseIsEmbedded() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            texts.add("Passage number " + i + " " + "with some words ".repeat(i));
        }
        List<float[]> together = embeddings.embedPassages(texts);
        for (int i = 0; i < texts.size(); i++) {
            assertThat(together.get(i)).containsExactly(embeddings.embedPassage(texts.get(i)));
        }
    }

    @Test
    void readsTheBeginningOfLongTexts() {
        String start = "word ".repeat(600);
        assertThat(embeddings.embedPassage(start + "tail")).containsExactly(embeddings.embedPassage(start + "another end"));
        assertThat(embeddings.embedPassage("x".repeat(1_000_000))).hasSize(embeddings.dimensions());
    }

    @Test
    void aQuestionIsMarkedAsOne() {
        assertThat(embeddings.embedQuery("install")).isNotEqualTo(embeddings.embedPassage("install"));
    }
}
