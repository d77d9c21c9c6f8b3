package community.likeminds.agent.processors.code.chunker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import community.likeminds.agent.processors.code.CodeChunk;
import community.likeminds.agent.processors.code.CodeProcessor.ChunkSize;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for the passages of any text, be it code or not. */
class ChunkLawsTest {

    private static final int ROUNDS = 15;

    @ParameterizedTest
    @ValueSource(strings = {
        "Sample.java", "Sample.kt", "Sample.js", "Sample.ts", "Sample.tsx", "sample.py", "Sample.swift", "sample.dart", "sample.go", "sample.rb",
        "Sample.m", "sample.json", "sample.yaml", "sample.html", "sample.css", "sample.unknown"
    })
    void everyLineIsInOnePassageThatFits(String name) throws IOException {
        // With the second, a passage fits only as long as blank lines before it are counted, too.
        for (long seed : Long.getLong("seed") == null ? new long[] {1L, 79594501615759L} : new long[] {Long.getLong("seed")}) {
            everyLineIsInOnePassageThatFits(name, seed);
        }
    }

    private static void everyLineIsInOnePassageThatFits(String name, long seed) throws IOException {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            String text = round == 0 ? sample(name) : shuffled(sample(name), random);
            int most = 64 + random.nextInt(300);
            ChunkSize size = new ChunkSize(ChunkLawsTest::tokens, most, random.nextInt(most));
            String message = name + ", seed " + seed + ", round " + round;

            List<CodeChunk> chunks = CodeChunker.chunk("a/folder/" + name, text, size);

            assertThat(CodeChunker.chunk("a/folder/" + name, text, size)).as(message).isEqualTo(chunks);
            checkRanges(chunks, text, message);
            assertThat(chunks).as(message).allSatisfy(chunk -> assertThat(tokens(chunk.embedded())).isLessThanOrEqualTo(most));
        }
    }

    private static void checkRanges(List<CodeChunk> chunks, String text, String message) {
        String[] lines = text.split("\r?\n", -1);
        int[] covered = new int[lines.length + 1];
        StringBuilder cut = new StringBuilder();
        for (CodeChunk chunk : chunks) {
            String whole = String.join("\n", Arrays.asList(lines).subList(chunk.startLine() - 1, chunk.endLine()));
            boolean piece = chunk.startLine() == chunk.endLine() && !whole.equals(chunk.text());
            if (piece) {
                cut.append(chunk.text());
                if (cut.toString().equals(whole)) {
                    covered[chunk.startLine()]++;
                    cut.setLength(0);
                }
                continue;
            }
            assertThat(chunk.text()).as(message).isEqualTo(whole);
            for (int line = chunk.startLine(); line <= chunk.endLine(); line++) {
                covered[line]++;
            }
        }
        assertThat(cut).as(message).isEmpty();
        for (int line = 1; line <= lines.length; line++) {
            if (covered[line] > 1 || covered[line] == 0 && !lines[line - 1].isBlank()) {
                fail("%s: line %d is in %d passages: %s", message, line, covered[line], lines[line - 1]);
            }
        }
    }

    /** Words and marks; not additive, as a real tokenizer is not. */
    private static int tokens(String text) {
        int tokens = 0;
        boolean word = false;
        for (int i = 0; i < text.length(); i++) {
            boolean letter = Character.isLetterOrDigit(text.charAt(i));
            tokens += letter ? word ? i % 5 == 0 ? 1 : 0 : 1 : Character.isWhitespace(text.charAt(i)) ? 0 : 1;
            word = letter;
        }
        return tokens;
    }

    /** Lines dropped, repeated, moved and made long, so that most of it does not parse. */
    private static String shuffled(String text, Random random) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        for (int i = 0; i < 1 + random.nextInt(12); i++) {
            int at = random.nextInt(lines.size());
            switch (random.nextInt(6)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(random.nextInt(lines.size()), lines.get(at));
                case 2 -> lines.addAll(at, lines.subList(0, Math.min(lines.size(), random.nextInt(40))).stream().toList());
                case 3 -> lines.set(at, lines.get(at) + " " + lines.get(random.nextInt(lines.size())));
                case 4 -> lines.set(at, lines.get(at) + " // " + "long 😀 ".repeat(random.nextInt(400)));
                default -> lines.set(at, "");
            }
            if (lines.isEmpty()) {
                lines.add("x");
            }
        }
        return String.join(random.nextInt(5) == 0 ? "\r\n" : "\n", lines);
    }

    private static String sample(String name) throws IOException {
        String resource = name.endsWith(".unknown") ? "Sample.java" : name;
        try (InputStream stream = ChunkLawsTest.class.getResourceAsStream("/code/symbols/" + resource)) {
            assertThat(stream).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
