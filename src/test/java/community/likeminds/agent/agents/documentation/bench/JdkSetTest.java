package community.likeminds.agent.agents.documentation.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdkSetTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Returns the {@code n}-th item, e.g. the first. More.|Returns the n-th item, e.g. the first.",
        "Opens {@link java.io.File#open() a file} or {@link Other}.|Opens a file or Other.",
        "Adds one <b>item</b> , then stops! @param x y|Adds one item, then stops!",
        "Does things <ul><li>one. <li>two.</ul>|''",
        "No end|''",
    })
    void theFirstSentenceIsPlainText(String doc, String expected) {
        assertThat(JavadocSentences.first(doc.replace(" @param", "\n@param")).orElse("")).isEqualTo(expected);
    }

    @Test
    void aJdkWithoutSourcesIsSaid() {
        Path nowhere = Path.of("no-such-jdk", "src.zip");
        assertThatThrownBy(() -> new JdkSet(null).build(nowhere, 100, 10, Progress.NONE))
                .isInstanceOfSatisfying(AgentException.class, problem -> assertThat(problem.code()).isEqualTo("jdk-sources-absent"));
    }
}
