package community.likeminds.agent.processors.docs.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Vectors that are made in different ways are never kept under one name. */
class ModelKeyTest {

    @Test
    void theBundledModelAsItIsHasItsOwnName() {
        assertThat(LocalModel.of(Settings.of()).name()).isEqualTo(LocalModel.BUNDLED);
        assertThat(LocalModel.of(Settings.of("query-prefix", "question: ")).name()).isEqualTo(LocalModel.BUNDLED);
    }

    @Test
    void whatChangesVectorsChangesTheName() {
        String pooled = LocalModel.of(Settings.of("pooling", "mean")).name();
        String prefixed = LocalModel.of(Settings.of("passage-prefix", "passage: ")).name();
        String shortened = LocalModel.of(Settings.of("max-tokens", "128")).name();
        assertThat(Set.of(LocalModel.BUNDLED, pooled, prefixed, shortened)).hasSize(4);
    }

    @Test
    void anotherFileInTheSameFolderIsAnotherModel(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("model.onnx"), "one");
        Files.writeString(folder.resolve("tokenizer.json"), "{}");
        String before = LocalModel.of(Settings.of("model", folder.toString())).name();
        assertThat(LocalModel.of(Settings.of("model", folder.toString())).name()).isEqualTo(before);
        Files.writeString(folder.resolve("model.onnx"), "two");
        assertThat(LocalModel.of(Settings.of("model", folder.toString())).name()).isNotEqualTo(before);
    }
}
