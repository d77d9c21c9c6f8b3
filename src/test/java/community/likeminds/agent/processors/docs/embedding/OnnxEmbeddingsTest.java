package community.likeminds.agent.processors.docs.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import community.likeminds.agent.shared.AgentException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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
        embeddings = new OnnxEmbeddings(LocalModel.of(Settings.of()), cache, 2);
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
    void aQuestionIsMarkedAsOneWhereThatIsConfigured() {
        assertThat(embeddings.embedQuery("install")).containsExactly(embeddings.embedPassage("install"));
        try (OnnxEmbeddings marking = new OnnxEmbeddings(LocalModel.of(Settings.of("query-prefix", "question: ")), cache, 1)) {
            assertThat(marking.embedQuery("install")).containsExactly(embeddings.embedPassage("question: install"));
        }
    }

    @Test
    void aModelInAFolderOrAJarIsUsedLikeTheBundledOne() throws Exception {
        Path folder = Files.createDirectories(cache.resolve("my-bge-copy"));
        Path jar = cache.resolve("model.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.setLevel(1);
            for (String[] names : new String[][] {{".onnx", "model.onnx"}, {"-tokenizer.json", "tokenizer.json"}}) {
                try (InputStream bytes = OnnxEmbeddings.class.getResourceAsStream("/" + LocalModel.BUNDLED + names[0])) {
                    Files.copy(bytes, folder.resolve(names[1]));
                }
                zip.putNextEntry(new ZipEntry("some-bge-model" + names[0]));
                Files.copy(folder.resolve(names[1]), zip);
            }
        }
        float[] bundled = embeddings.embedQuery("install");
        try (OnnxEmbeddings other = new OnnxEmbeddings(LocalModel.of(Settings.of("model", folder.toString())), cache, 1)) {
            assertThat(other.model()).startsWith("my-bge-copy#").isEqualTo(LocalModel.of(Settings.of("model", folder.toString())).name());
            assertThat(other.embedQuery("install")).containsExactly(bundled);
        }
        LocalModel inJar = LocalModel.of(Settings.of("model", jar.toString(), "pooling", "mean", "max-tokens", "8"));
        assertThat(inJar.name()).startsWith("some-bge-model#");
        try (OnnxEmbeddings other = new OnnxEmbeddings(inJar, cache, 1)) {
            float[] mean = other.embedQuery("install");
            assertThat(mean).hasSameSizeAs(bundled).isNotEqualTo(bundled);
            assertThat(similarity(mean, mean)).isCloseTo(1, within(1e-5));
            assertThat(other.maxTokens()).isEqualTo(6);
        }
        assertThatThrownBy(() -> LocalModel.of(Settings.of("model", "no-such-model")))
                .isInstanceOfSatisfying(AgentException.class, error -> assertThat(error.code()).isEqualTo("embeddings-model-unknown"));
    }

    /** Memory that is freed under a running model takes the whole process with it. */
    @Test
    void closingWaitsForTheTextsThatAreBeingEmbedded() throws Exception {
        String text = "Start a session before the first call. ".repeat(60);
        for (int round = 0; round < 6; round++) {
            OnnxEmbeddings closing = new OnnxEmbeddings(LocalModel.of(Settings.of()), cache, 2);
            closing.embedPassage("ready");
            CountDownLatch running = new CountDownLatch(2);
            try (ExecutorService callers = Executors.newFixedThreadPool(2)) {
                List<Future<float[]>> vectors = new ArrayList<>();
                for (int caller = 0; caller < 2; caller++) {
                    vectors.add(callers.submit(() -> {
                        running.countDown();
                        return closing.embedPassage(text);
                    }));
                }
                running.await();
                Thread.sleep(5L * round);
                closing.close();
                for (Future<float[]> vector : vectors) {
                    assertThat(vector.get()).hasSize(384);
                }
            }
            closing.close();
        }
    }
}
