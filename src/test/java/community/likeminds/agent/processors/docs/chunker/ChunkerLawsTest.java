package community.likeminds.agent.processors.docs.chunker;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.Chunk;
import community.likeminds.agent.processors.docs.Embeddings;
import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.processors.docs.analyzer.PageParser;
import community.likeminds.agent.processors.docs.embedding.EmbeddingProviders;
import community.likeminds.agent.processors.docs.embedding.EmbeddingsProperties;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;

/** What holds for every page, with the model's real tokenizer. */
class ChunkerLawsTest {

    private static final int ROUNDS = 60;
    private static final String[] WORDS = {
        "install", "the", "SDK", "useFeedContext", "`init()`", "https://example.com/a?b=c", "日本語", "größe", "🙂", "a", "snake_case_name", "x1.y2",
        "{{ placeholder }}", "…", "don't", "end.", "Why?"
    };
    private static final String[] CODE = {
        "const value = useFeed({ id: 1 });", "}", "", "import { A, B } from \"@scope/package\";", "\t// what it is for", "a".repeat(300),
        "if (x < 3 && y > 4) { return `${x}`; }", "\"" + "Zm9v".repeat(200) + "\"", "日本語".repeat(60)
    };

    @TempDir
    static Path cache;

    static Embeddings embeddings;

    @BeforeAll
    static void open() {
        EmbeddingsProperties defaults =
                new Binder().bindOrCreate("likeminds.embeddings", EmbeddingsProperties.class);
        embeddings = EmbeddingProviders.of(defaults, cache, 1, variable -> null);
    }

    private static String words(Random random, int most) {
        StringBuilder text = new StringBuilder();
        int count = 1 + random.nextInt(most);
        for (int i = 0; i < count; i++) {
            text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
        }
        return text.toString().strip();
    }

    private static String page(Random random) {
        StringBuilder text = new StringBuilder();
        int blocks = random.nextInt(12);
        for (int i = 0; i < blocks; i++) {
            switch (random.nextInt(6)) {
                case 0 -> text.append("#".repeat(1 + random.nextInt(5))).append(' ').append(words(random, random.nextInt(8) == 0 ? 80 : 6)).append("\n\n");
                case 1 -> text.append(words(random, 500)).append("\n\n");
                case 2 -> text.append("日本語".repeat(1 + random.nextInt(500))).append("\n\n");
                case 3 -> {
                    text.append("| ").append(words(random, 3)).append(" | B |\n| - | - |\n");
                    int rows = random.nextInt(60);
                    for (int row = 0; row < rows; row++) {
                        text.append("| ").append(words(random, 20).replace("|", "")).append(" | b |\n");
                    }
                    text.append('\n');
                }
                default -> {
                    text.append("```ts").append(random.nextBoolean() ? " title=\"src/some/file.ts\"" : "").append('\n');
                    int lines = 1 + random.nextInt(random.nextInt(3) == 0 ? 120 : 12);
                    for (int line = 0; line < lines; line++) {
                        text.append(CODE[random.nextInt(CODE.length)]).append('\n');
                    }
                    text.append("```\n\n");
                }
            }
        }
        return text.toString();
    }

    @Test
    void everyPageIsCoveredWithinTheModelsLimitAndCodeThatFitsIsWhole() {
        long seed = Long.getLong("seed", 1L);
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            String text = page(random);
            int limit = random.nextBoolean() ? embeddings.maxTokens() : 128 + random.nextInt(300);
            Chunker chunker = new Chunker(embeddings::tokens, limit);
            Page page = PageParser.parse("docs", "react/page.md", text.getBytes(StandardCharsets.UTF_8));
            check(page, chunker.chunk(page), Chunker.Sizes.of(limit), limit, text, "seed " + seed + ", round " + round + ", limit " + limit);
        }
    }

    private static void check(Page page, List<Chunk> chunks, Chunker.Sizes sizes, int limit, String text, String as) {
        int lines = (int) text.lines().count();
        int last = 1;
        for (Chunk chunk : chunks) {
            assertThat(embeddings.tokens(chunk.embedded())).as(as).isLessThanOrEqualTo(limit);
            assertThat(chunk.lines().start()).as(as).isBetween(last, lines);
            assertThat(chunk.lines().end()).as(as).isBetween(chunk.lines().start(), lines);
            last = chunk.lines().start();
        }
        for (Block block : page.blocks()) {
            List<Chunk> over = chunks.stream()
                    .filter(chunk -> chunk.lines().start() <= block.lines().end() && block.lines().start() <= chunk.lines().end())
                    .toList();
            if (block.kind() == Block.Kind.CODE) {
                String code = Objects.requireNonNull(block.code()).code();
                String file = block.code().file() == null ? "" : block.code().file().path();
                String fenced = "```" + block.code().language() + (file.isEmpty() ? "" : " title=\"" + file + "\"") + "\n" + code + "\n```";
                if (fenced.length() <= Pieces.LONGEST && embeddings.tokens(fenced) <= sizes.whole()) {
                    assertThat(over).as(as + ", code at " + block.lines()).anySatisfy(chunk -> assertThat(chunk.text()).contains(code));
                }
            }
            List<String> missing = new ArrayList<>();
            String all = squeezed(String.join("", over.stream().map(Chunk::text).toList()));
            for (String line : block.text().split("\n")) {
                // Within one line text may be cut anywhere: its beginning and end are there all the same.
                String wanted = squeezed(line);
                if (!all.contains(wanted.substring(0, Math.min(10, wanted.length())))
                        || !all.contains(wanted.substring(Math.max(0, wanted.length() - 10)))) {
                    missing.add(line);
                }
            }
            assertThat(missing).as(as + ", block at " + block.lines()).isEmpty();
        }
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }
}
