package community.likeminds.agent.vector.code.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import community.likeminds.agent.processors.code.CodeChunk;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedInTest {

    @ParameterizedTest
    @CsvSource({
        "fillBuffer, true, 1",
        "Reader.fillBuffer, true, 1",
        "Reader#fillBuffer, true, 1",
        "fillBuffer(), true, 1",
        "fills the buffer, false, 1",
        "reads into a buffer, false, 0.5",
        "closes a file, false, 0",
    })
    void aQueryNamesWhatAPassageDefines(String query, boolean identifier, double expected) {
        CodeChunk chunk = new CodeChunk(
                "a/Reader.java", "java", List.of("fillBuffer"), "a.Reader.fillBuffer", "method", "void fillBuffer()", "", 1, 3, "x", "x", "h");
        NamedIn named = new NamedIn(query);

        assertThat(named.of(chunk)).isCloseTo(expected, within(1e-9));
        assertThat(named.identifier()).isEqualTo(identifier);
    }
}
