package community.likeminds.agent.processors.docs.formats;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.processors.docs.analyzer.Outlines;
import java.io.ByteArrayOutputStream;
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
    private static final int BLANKS = 60_000;

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
        "x.mdx <!-- x -->", "x.mdx {/* x */}<!-- y -->", "x.mdx ## Step 1: a\n\n```js\na(1)\nb(2)\nc(3)\n```\n\n", "x.mdx [a][b] ", "x.md <a b=\"", "x.md @Metadata {\n", "x.md @Code(name: \"a\",\n",
        "x.md @Steps {\n", "x.md {% table %}\n- a\n---\n", "x.md <doc:a", "x.md }\n",
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

    /** Blanks are what patterns like to skip from every place anew. */
    @ParameterizedTest
    @ValueSource(strings = {
        "x.md", "x.mdx # ", "x.mdx - ", "x.md > ", "x.md | ", "x.md ```js\n", "x.md ```bash\n$ ", "x.md ```bash\nnpm install a", "x.mdx <Tabs ", "x.mdx [a](", "x.mdx import a ", "x.html <p>", "x.html <pre>",
        "x.adoc", "x.adoc ----\n", "x.adoc |===\n|", "x.adoc * ", "x.rst", "x.rst .. code::\n\n   ", "x.rst * ", "x.java /** ", "x.txt"
    })
    void manyBlanksAreReadInTime(String pathAndStart) {
        int cut = pathAndStart.indexOf(' ') < 0 ? pathAndStart.length() : pathAndStart.indexOf(' ');
        String start = cut == pathAndStart.length() ? "a" : pathAndStart.substring(cut + 1);
        for (String blank : List.of(" ", "\t ")) {
            String line = start + blank.repeat(BLANKS / blank.length()) + "x\n";
            reads(pathAndStart.substring(0, cut), line + "\n" + line, pathAndStart);
        }
    }

    /** What is opened and not closed costs the lines behind it nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"x.adoc ifdef::none[]\n", "x.adoc ifndef::none[]\n", "x.adoc ifdef::a[]\nx\n", "x.rst .. only:: none\n\n   "})
    void conditionsThatStayOpenAreReadInTime(String pathAndPiece) {
        int cut = pathAndPiece.indexOf(' ');
        String unit = pathAndPiece.substring(cut + 1);
        reads(pathAndPiece.substring(0, cut), unit.repeat(2_000_000 / unit.length()) + "a\n".repeat(500_000), pathAndPiece);
    }

    /** Pieces of two kinds, one opening what the other ends, in turns and one after the other. */
    @Test
    void mixturesAreReadInTime() {
        long seed = Long.getLong("seed", 1L);
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

    /** Bytes that are no text in UTF-8, among text: read or refused, and never with what a database refuses. */
    @Test
    void anyBytesAreReadOrRefused() {
        long seed = Long.getLong("seed", 1L);
        Random random = new Random(seed);
        String[] paths = {"x.md", "x.mdx", "x.html", "x.adoc", "x.rst", "x.txt", "x.java", "x.yaml", "x.json", "x.pdf"};
        for (int round = 0; round < 400; round++) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            // A beginning that is text, so that what follows is not left out as binary.
            bytes.writeBytes("# Title\n\n".repeat(1 + random.nextInt(1500)).getBytes(StandardCharsets.UTF_8));
            for (int piece = 0; piece < 20; piece++) {
                byte[] some = new byte[random.nextInt(40)];
                random.nextBytes(some);
                bytes.writeBytes(some);
                bytes.writeBytes("\n\nwords \0 `code` é\n".getBytes(StandardCharsets.UTF_8));
            }
            String path = paths[random.nextInt(paths.length)];
            try {
                for (Page page : PageFormats.read(new RawPage("s", path, bytes.toByteArray(), "", ""))) {
                    assertThat(page.blocks()).as("seed " + seed + ", round " + round).noneMatch(block -> block.text().indexOf('\0') >= 0);
                }
            } catch (UnreadablePageException refused) {
                assertThat(refused.sentence()).endsWith(".");
            }
        }
    }
}
