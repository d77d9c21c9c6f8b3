package community.likeminds.agent.processors.code;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.processors.code.analyzer.Analyzer;
import community.likeminds.agent.processors.code.chunker.CodeChunker;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that nobody writes by hand are read without an end of the stack or the day. */
class HostileCodeTest {

    private static final int DEEP = 1_500;

    @Test
    void aParserThatTakesTooLongIsStopped() {
        // The grammar needs time that grows with the square of prose; without a limit this takes many minutes.
        String prose = "// " + "word ".repeat(60_000);

        CodeFile file = Analyzer.analyze("a.py", prose).file();

        assertThat(file.errors()).isEqualTo(1);
        assertThat(file.symbols()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.java", "a.kt", "a.js", "a.ts", "a.py", "a.swift", "a.dart", "a.go", "a.rb", "a.m", "a.json", "a.yaml", "a.html", "a.css"})
    void nestingBrokenTextAndLongLines(String name) {
        for (String text : List.of(
                "{".repeat(DEEP) + "}".repeat(DEEP),
                "[".repeat(DEEP),
                "class A { ".repeat(DEEP / 20) + "}".repeat(DEEP / 20),
                "<div>".repeat(DEEP / 20),
                "x" + ".a()".repeat(DEEP),
                "/* " + "*".repeat(DEEP) + "\n",
                "\"" + "\\".repeat(DEEP),
                "\u0000\uFFFF\uD800 class \uDC00 {",
                "// " + "word ".repeat(DEEP))) {
            assertThat(Analyzer.analyze(name, text).file().lines()).isPositive();
            assertThat(CodeChunker.chunk(name, text, CodeDump.SIZE)).isNotEmpty();
        }
    }
}
