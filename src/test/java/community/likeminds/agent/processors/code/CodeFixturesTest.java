package community.likeminds.agent.processors.code;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.processors.code.ast.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One sample of every language, with everything that is to be read of it. */
class CodeFixturesTest {

    static final String[] SAMPLES = {
        "Sample.java", "Sample.kt", "Sample.js", "Sample.ts", "Sample.tsx", "sample.py", "Sample.swift", "sample.dart", "sample.go", "sample.rb",
        "Sample.m", "sample.json", "sample.yaml", "sample.html", "sample.css"
    };

    @ParameterizedTest
    @ValueSource(strings = {
        "Sample.java", "Sample.kt", "Sample.js", "Sample.ts", "Sample.tsx", "sample.py", "Sample.swift", "sample.dart", "sample.go", "sample.rb",
        "Sample.m", "sample.json", "sample.yaml", "sample.html", "sample.css"
    })
    void isReadAsExpected(String sample) throws IOException {
        assertThat(CodeDump.of("shop/" + sample, resource(sample))).isEqualTo(resource(sample + ".expected"));
    }

    @Test
    void everyLanguageHasASample() {
        Set<Language> covered = Arrays.stream(SAMPLES).map(name -> Language.of(name).orElseThrow()).collect(Collectors.toSet());
        assertThat(covered).containsExactlyInAnyOrder(Language.values());
    }

    static String resource(String name) throws IOException {
        try (InputStream stream = CodeFixturesTest.class.getResourceAsStream("/code/symbols/" + name)) {
            assertThat(stream).as(name).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
