package community.likeminds.agent.processors.docs.formats;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.processors.docs.analyzer.Outlines;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that repeat what is costly to read are read in time; whatever grows faster than its page would need hours for these. */
class WorkTest {

    private static final Duration GENEROUS = Duration.ofSeconds(60);
    private static final int BYTES = 250_000;

    private static void reads(String path, String text, String what) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Assertions.assertTimeoutPreemptively(GENEROUS, () -> {
            try {
                List<Page> pages = PageFormats.read(new RawPage("s", path, bytes, "", ""));
                pages.forEach(Outlines::of);
            } catch (UnreadablePageException refused) {
                assertThat(refused.sentence()).endsWith(".");
            }
        }, what);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "x.mdx <!-- x -->", "x.mdx {/* x */}<!-- y -->", "x.mdx ## Step 1: a\n\n```js\na(1)\nb(2)\nc(3)\n```\n\n", "x.mdx [a][b] ", "x.md <a b=\"",
        "x.html <dl><dt>a<dd>b", "x.html <table><tr><td>", "x.html <div class=title>", "x.html <ul><li>", "x.html <b><p>",
        "x.rst .. note:: a\n", "x.rst `a <b", "x.rst * a\n  ", "x.adoc [source,js]\n----\na\n----\n", "x.adoc ** a\n",
        "x.adoc |===\n|a ", "x.java /** a */ class A {", "x.yaml a: {b: [", "x.txt a "
    })
    void aRepeatedPieceIsReadInTime(String pathAndPiece) {
        String path = pathAndPiece.substring(0, pathAndPiece.indexOf(' '));
        String unit = pathAndPiece.substring(path.length() + 1);
        String start = path.endsWith(".html") ? "<html><body><main>" : path.endsWith(".yaml") ? "openapi: 3.0.0\npaths:\n" : "";
        reads(path, start + unit.repeat(BYTES / unit.length()), pathAndPiece);
    }

    /** Pieces of two kinds, one opening what the other ends, in turns and one after the other. */
    @Test
    void mixturesAreReadInTime() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String[] pieces = {"<Tabs>\n", "</Tabs>\n", "- ", "  ", "> ", "```\n", "<!-- ", "-->", "{", "}", "[", "](", ")", "**", "`", "|", "\n", "<a ", ">", "\"", ":::tip\n", ":::\n", "---\n", "# "};
        for (int round = 0; round < 6; round++) {
            String one = pieces[random.nextInt(pieces.length)];
            String other = pieces[random.nextInt(pieces.length)];
            int half = 60_000;
            reads("x.mdx", (one + other).repeat(half / 2), "seed " + seed + ", in turns " + one + other);
            reads("x.mdx", one.repeat(half) + other.repeat(half), "seed " + seed + ", after each other " + one + other);
        }
    }
}
