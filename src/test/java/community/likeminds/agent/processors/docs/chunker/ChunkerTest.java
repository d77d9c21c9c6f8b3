package community.likeminds.agent.processors.docs.chunker;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.processors.docs.Chunk;
import community.likeminds.agent.processors.docs.LineRange;
import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.processors.docs.analyzer.PageParser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChunkerTest {

    /** One token a word: sizes in the tests can be counted by hand. */
    private final Chunker chunker = new Chunker(text -> text.isBlank() ? 0 : text.strip().split("\\s+").length, 510);

    private List<Chunk> chunks(String text) {
        return chunker.chunk(page(text));
    }

    private static Page page(String text) {
        return PageParser.parse("docs", "react/guide.md", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String words(String word, int count) {
        return (word + " ").repeat(count).strip();
    }

    @Test
    void sectionsBecomeChunksWithTheirHeadingPath() {
        List<Chunk> chunks = chunks("# Guide\n\n" + words("intro", 50) + "\n\n## Install\n\nRun it:\n\n```bash\nnpm i orbit\n```\n\n## Use\n\nCall it.\n");
        assertThat(chunks).extracting(Chunk::headings)
                .containsExactly(List.of("Guide"), List.of("Guide", "Install"), List.of("Guide", "Use"));
        Chunk install = chunks.get(1);
        assertThat(install.lines()).isEqualTo(new LineRange(5, 11));
        assertThat(install.text()).isEqualTo("## Install\n\nRun it:\n\n```bash\nnpm i orbit\n```");
        assertThat(install.embedded()).isEqualTo("react: Guide > Install\nRun it:\nbash\nnpm orbit");
        assertThat(install.contentHash()).hasSize(64).isNotEqualTo(chunks.get(2).contentHash());
    }

    @Test
    void aHeadingAloneJoinsTheNextSection() {
        List<Chunk> chunks = chunks("# Guide\n\n## Part\n\n### Install\n\nText.\n");
        assertThat(chunks).hasSize(1);
        assertThat(chunks.getFirst().headings()).containsExactly("Guide", "Part", "Install");
        assertThat(chunks.getFirst().lines()).isEqualTo(new LineRange(1, 7));
    }

    @Test
    void aCodeBlockThatFitsStaysWholeWithItsLead() {
        String code = IntStream.range(0, 100).mapToObj(i -> "let a" + i + " = 1").reduce((a, b) -> a + "\n" + b).orElseThrow();
        List<Chunk> chunks = chunks("# A\n\n" + words("prose", 200) + "\n\nDo this:\n\n```js\n" + code + "\n```\n");
        assertThat(chunks).hasSize(2);
        assertThat(chunks.get(1).text()).startsWith("Do this:\n\n```js\nlet a0").endsWith("let a99 = 1\n```");
    }

    @Test
    void largeCodeIsCutAtBlankLinesWithExactLines() {
        StringBuilder code = new StringBuilder();
        for (int block = 0; block < 6; block++) {
            code.append("line word word word word\n".repeat(30)).append('\n');
        }
        List<Chunk> chunks = chunks("# A\n\n```js\n" + code + "```\n");
        assertThat(chunks.size()).isGreaterThan(1);
        String[] page = ("# A\n\n```js\n" + code + "```\n").split("\n", -1);
        for (Chunk chunk : chunks) {
            assertThat(chunk.text()).endsWith("```");
            assertThat(page[chunk.lines().end() - 1]).isBlank();
        }
        assertThat(chunks.getLast().lines().end()).isEqualTo(3 + 6 * 31);
    }

    @Test
    void codeOfFewLongWordsIsCutBetweenLines() {
        List<String> lines = IntStream.range(0, 27).mapToObj(i -> i % 3 == 0 ? "\"" + "Zm9v".repeat(100) + "\"" : "if (a" + i + " < 3 && b > 4) { go(); }").toList();
        List<Chunk> chunks = chunks("# A\n\n```js\n" + String.join("\n", lines) + "\n```\n");
        assertThat(chunks.stream().flatMap(chunk -> chunk.text().lines()).filter(line -> !line.startsWith("```") && !line.startsWith("#") && !line.isEmpty()))
                .containsExactlyElementsOf(lines);
    }

    @Test
    void largeProseIsCutAtSentences() {
        List<Chunk> chunks = chunks("# A\n\n" + ("One two three four five six seven eight nine ten. ").repeat(100));
        assertThat(chunks.size()).isGreaterThanOrEqualTo(3);
        assertThat(chunks).allSatisfy(chunk -> assertThat(chunk.text()).endsWith("."));
        assertThat(chunks).extracting(Chunk::lines).last().isEqualTo(new LineRange(3, 3));
    }

    @Test
    void rowsOfALargeTableKeepTheHead() {
        StringBuilder table = new StringBuilder("| Name | Meaning |\n| - | - |\n");
        for (int i = 0; i < 200; i++) {
            table.append("| n").append(i).append(" | some words for it |\n");
        }
        List<Chunk> chunks = chunks(table.toString());
        assertThat(chunks.size()).isGreaterThan(1);
        assertThat(chunks).allSatisfy(chunk -> assertThat(chunk.text()).startsWith("Name | Meaning\n"));
        assertThat(chunks.getLast().lines().end()).isEqualTo(202);
        assertThat(chunks.get(1).lines().start()).isEqualTo(chunks.get(0).lines().end() + 1);
    }

    @Test
    void labelsOfTabsAndFoldedTextAreSaid() {
        List<Chunk> chunks = chunks("<details>\n<summary>Why so?</summary>\n\nBecause.\n\n</details>\n");
        assertThat(chunks.getFirst().text()).isEqualTo("Why so?:\nBecause.");
    }

    @Test
    void everyWordOfAPageIsInAChunkAndNoneIsTooLarge() {
        long seed = Long.getLong("seed", 1L);
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            StringBuilder text = new StringBuilder();
            int blocks = random.nextInt(30);
            for (int i = 0; i < blocks; i++) {
                String word = "w" + i + "x";
                switch (random.nextInt(4)) {
                    case 0 -> text.append("#".repeat(1 + random.nextInt(4))).append(' ').append(word).append("\n\n");
                    case 1 -> text.append(words(word, 1 + random.nextInt(900))).append("\n\n");
                    case 2 -> text.append("- ").append(word).append('\n');
                    default -> text.append("\n```js\n").append((word + " b\n").repeat(random.nextInt(600) + 1)).append("```\n\n");
                }
            }
            List<Chunk> chunks = chunks(text.toString());
            String all = chunks.stream().map(Chunk::text).reduce("", (a, b) -> a + " " + b);
            for (int i = 0; i < blocks; i++) {
                assertThat(all).as("seed " + seed + ", round " + round).contains("w" + i + "x");
            }
            assertThat(chunks).as("seed " + seed + ", round " + round)
                    .allSatisfy(chunk -> assertThat(chunk.text().split("\\s+").length).isLessThan(480));
            int last = 0;
            for (Chunk chunk : chunks) {
                assertThat(chunk.lines().start()).as("seed " + seed + ", round " + round).isGreaterThanOrEqualTo(last);
                last = chunk.lines().start();
            }
        }
    }

    @Test
    void anEmptyPageHasNoChunks() {
        assertThat(chunks("")).isEmpty();
    }
}
