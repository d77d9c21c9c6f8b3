package community.likeminds.agent.processors.docs.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.Page;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a page holds, parsing it gives ordered blocks inside the page, and in time. */
class PageParserRandomTest {

    private static final String[] PIECES = {
        "```", "```js", "````", "~~~", "```ts title=\"a.ts\" {1-3}", "> ", ">> ", "- ", "1. ", "2) ", "  ", "    ", "\t", "# ", "### ",
        "<Tabs>", "</Tabs>", "<TabItem label=\"x\">", "</TabItem>", "<Steps>", "</Steps>", "<Step>", "</Step>", ":::tip", ":::", "::",
        "<details>", "<summary>", "</summary>", "</details>", "<!--", "-->", "<div", ">", "{", "}", "{/*", "*/}", "[", "](", ")", "![",
        "**", "_", "`", "``", "|", "| --- |", "a | b", "word", "text here.", "---", "===", "import x from 'y'", "export const a = {",
        "{% tab %}", "{% endtab %}", "=== \"a\"", "!!! note", "&amp;", "\\", "\uD800", "\u0000", "é", "<Callout text={<>", "</>} />",
        "<pre>", "</pre>", "<table>", "</table>", "<tr><td>", "<h1>", "</h1>", "<script>", "// highlight-start", "+ a", "@tab x"
    };

    @Test
    void anyMixtureParses() {
        long seed = Long.getLong("seed", 1L);
        Random random = new Random(seed);
        for (int round = 0; round < 1500; round++) {
            StringBuilder text = new StringBuilder(round % 5 == 0 ? "---\ntitle: x\n---\n" : "");
            int pieces = random.nextInt(120);
            for (int i = 0; i < pieces; i++) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
                int end = random.nextInt(4);
                text.append(end == 0 ? " " : end == 1 ? "" : end == 2 ? "\n" : random.nextInt(4) == 0 ? "\r\n\r\n" : "\n\n");
            }
            check(text.toString(), random.nextBoolean() ? "x.md" : "x.mdx", "seed " + seed + ", round " + round);
        }
    }

    /** Pages of every known format with pieces cut out, put elsewhere, doubled, and with any character put in. */
    @Test
    void damagedFixturesParse() throws Exception {
        long seed = Long.getLong("seed", 1L);
        Random random = new Random(seed);
        List<String> pages = PageFixturesTest.fixtures().stream().flatMap(one -> one.sections().stream())
                .filter(one -> one.name().equals("page")).map(PageFixturesTest.Section::body).filter(body -> !body.isEmpty()).toList();
        check("{%}", "x.md", "braces that share a character");
        for (int round = 0; round < 3000; round++) {
            StringBuilder text = new StringBuilder(pages.get(random.nextInt(pages.size())));
            int changes = 1 + random.nextInt(12);
            for (int i = 0; i < changes; i++) {
                int at = random.nextInt(text.length() + 1);
                int end = Math.min(text.length(), at + random.nextInt(80));
                switch (random.nextInt(4)) {
                    case 0 -> text.delete(at, end);
                    case 1 -> text.insert(at, text.substring(at, end));
                    case 2 -> text.insert(at, (char) random.nextInt(0xFFFF));
                    default -> {
                        String other = pages.get(random.nextInt(pages.size()));
                        int from = random.nextInt(other.length());
                        text.insert(at, other, from, Math.min(other.length(), from + random.nextInt(60)));
                    }
                }
            }
            String page = new String(text.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            check(page, random.nextBoolean() ? "x.md" : "x.mdx", "seed " + seed + ", round " + round);
        }
    }

    private static void check(String text, String path, String what) {
        Page page;
        try {
            page = PageParser.parse("s", path, text.getBytes(StandardCharsets.UTF_8));
        } catch (RuntimeException failed) {
            throw new AssertionError(what + ":\n" + text, failed);
        }
        int lines = Text.lines(text).length;
        int last = 0;
        for (Block block : page.blocks()) {
            assertThat(block.lines().start()).as(what + "\n" + text).isGreaterThanOrEqualTo(last);
            assertThat(block.lines().end()).as(what + "\n" + text).isLessThanOrEqualTo(lines);
            last = block.lines().start();
            assertThat(block.code() != null).isEqualTo(block.kind() == Block.Kind.CODE);
        }
    }

    @Test
    void everyFencedLineIsAccountedFor() {
        long seed = Long.getLong("seed", 1L);
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            StringBuilder text = new StringBuilder();
            StringBuilder expected = new StringBuilder();
            int fences = 1 + random.nextInt(6);
            for (int i = 0; i < fences; i++) {
                String mark = (random.nextBoolean() ? "`" : "~").repeat(3 + random.nextInt(3));
                String indent = " ".repeat(random.nextInt(3));
                String[] holders = {"", "<Tip>\n", "## H\n\n", "text\n\n"};
                int holder = random.nextInt(holders.length);
                text.append(holders[holder]).append(indent).append(mark).append("js\n");
                int lines = random.nextInt(5);
                for (int k = 0; k < lines; k++) {
                    String line = "line" + i + "_" + k + (random.nextInt(3) == 0 ? " <b> # > -" : "");
                    text.append(indent).append(line).append('\n');
                    expected.append(line).append('\n');
                }
                text.append(indent).append(mark).append('\n').append(holder == 1 ? "</Tip>\n" : "\n");
            }
            Page page = PageParser.parse("s", "x.mdx", text.toString().getBytes(StandardCharsets.UTF_8));
            StringBuilder actual = new StringBuilder();
            page.blocks().stream().filter(one -> one.kind() == Block.Kind.CODE).filter(one -> !one.text().isEmpty())
                    .forEach(one -> actual.append(one.text()).append('\n'));
            assertThat(actual.toString()).as("seed " + seed + ", round " + round + "\n" + text).isEqualTo(expected.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        ">", "> ", "[", "](", "![", "<a ", "<a \"", "<Tabs>\n", "<Tip>\n", "`", "``` ", "```js\n", "- ", "1. a\n", "**a", "_a ", "{", "<!--",
        "<div\n", "<div a={\n", "\\", "&", "|", "a|b\n", "a|b\n-|-\n", "#", "# a\n", ":::tip\n", "~~~x\n", "<pre>", "<table>\n", "<h1>\n",
        "<summary>", "<Tabs>\n<Tab>\n```js\n</Tab>\n", "[a]: b\n", "{% tab %}\n", "{/*", "=== \"a\"\n", "export const a = {\n", "``a`",
        "*a_b ", "1. a\n\nb\n\n", "In `a.ts`\n```\nx\n```\n", "<b>", "    a\n\n", "\t- a\n", "<Step>\na\n\n```\n```\n", "- - - a\n", "# 1. a\n"
    })
    void pathologicalPagesParseInTime(String piece) {
        String text = piece.repeat(300_000 / piece.length());
        for (String path : new String[] {"x.md", "x.mdx"}) {
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(10), () -> PageParser.parse("s", path, text.getBytes(StandardCharsets.UTF_8)), path);
        }
    }
}
