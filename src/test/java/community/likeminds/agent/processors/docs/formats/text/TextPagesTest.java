package community.likeminds.agent.processors.docs.formats.text;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.Container;
import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.processors.docs.formats.PageFormats;
import community.likeminds.agent.processors.docs.formats.RawPage;
import community.likeminds.agent.processors.docs.formats.UnreadablePageException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TextPagesTest {

    private static Page read(String path, String text) {
        try {
            return PageFormats.read(new RawPage("s", path, text.getBytes(StandardCharsets.UTF_8), "", "")).getFirst();
        } catch (UnreadablePageException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static List<String> shown(Page page) {
        return page.blocks().stream().map(one -> one.kind() + " " + one.lines().start() + "-" + one.lines().end() + " " + one.text().replace("\n", "⏎")).toList();
    }

    private static Block block(Page page, String text) {
        return page.blocks().stream().filter(one -> one.text().contains(text)).findFirst().orElseThrow();
    }

    @Test
    void readsReStructuredText() {
        Page page = read("start.rst", """
                =======
                Orbit
                =======

                Call ``start()`` of :class:`~orbit.Client`, see `the guide <https://orbit.example>`_
                and **care** for <T>.

                Install
                -------

                .. _anchor:

                .. code-block:: bash
                   :caption: install.sh

                   pip install orbit

                   orbit --help

                Then this::

                    import orbit
                    orbit.start()

                .. note::

                   Mind the *gap*.

                .. tabs::

                   .. tab:: Linux

                      Use apt.

                   .. code-tab:: py

                      run()

                - One
                - Two

                .. toctree::

                   other
                """);
        assertThat(page.title()).isEqualTo("Orbit");
        assertThat(shown(page)).containsExactly(
                "HEADING 1-3 Orbit", "PROSE 5-6 Call `start()` of `orbit.Client`, see the guide and care for <T>.", "HEADING 8-9 Install",
                "CODE 16-18 pip install orbit⏎⏎orbit --help", "PROSE 20-20 Then this:", "CODE 22-23 import orbit⏎orbit.start()", "PROSE 27-27 Mind the gap.",
                "PROSE 33-33 Use apt.", "CODE 37-37 run()", "PROSE 39-39 One", "PROSE 40-40 Two");
        assertThat(block(page, "pip").code()).isNotNull().satisfies(code -> {
            assertThat(code.language()).isEqualTo("bash");
            assertThat(code.files().getFirst().path()).isEqualTo("install.sh");
        });
        assertThat(block(page, "gap").containers().getFirst()).extracting(Container::kind, Container::label).containsExactly(Container.Kind.ADMONITION, "note");
        assertThat(block(page, "apt").containers().getLast().label()).isEqualTo("Linux");
        assertThat(block(page, "run()").containers().getLast().group()).isEqualTo(block(page, "apt").containers().getLast().group());
        assertThat(block(page, "see the guide").links()).containsExactly("https://orbit.example");
    }

    @Test
    void readsAsciiDoc() {
        Page page = read("start.adoc", """
                = Orbit
                :toc: left

                Call `start()`, see link:guide.html[the guide] or <<install,below>>, with *care* for <T>.

                [[install]]
                == Install

                .build.gradle
                [source,groovy]
                ----
                implementation 'a:b' // <1>
                ----

                NOTE: Mind the gap.

                [WARNING]
                ====
                Do not.
                ====

                * One
                ** Inner
                . First

                |===
                |Name |Type

                |a
                |b
                |===
                """);
        assertThat(page.title()).isEqualTo("Orbit");
        assertThat(shown(page)).containsExactly(
                "HEADING 1-1 Orbit", "PROSE 4-4 Call `start()`, see the guide or below, with care for <T>.", "HEADING 7-7 Install", "CODE 11-13 implementation 'a:b'",
                "PROSE 15-15 Mind the gap.", "PROSE 19-19 Do not.", "PROSE 22-22 One", "PROSE 23-23 Inner", "PROSE 24-24 First", "TABLE 27-30 Name | Type⏎a | b");
        assertThat(block(page, "implementation").code()).isNotNull().satisfies(code -> {
            assertThat(code.language()).isEqualTo("groovy");
            assertThat(code.files().getFirst().path()).isEqualTo("build.gradle");
        });
        assertThat(block(page, "gap").containers().getFirst().label()).isEqualTo("note");
        assertThat(block(page, "Do not").containers().getFirst().label()).isEqualTo("warning");
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void linesAreAlwaysThoseOfThePage() {
        long seed = Long.getLong("seed", 1L);
        Random random = new Random(seed);
        String[] pieces = {"====", "----", "= T", "text::", ".. note::", "   .. tab:: x", "  in", "    deeper", "", "", "|===", "|a |b", "* x", "`", "`a <b>`_", "[source,x]", "++++",
            "[NOTE]", ".. code-block:: js", "....", "::", "+", "--", "NOTE: x", ".T", "<Tabs>", "# x", "|a", "```", "ifdef::a[]", "ifndef::a[]", "endif::[]", ":a: {a}{b}", "{a}", "include::b[]", "=== ===", "a   b", "+--+--+", "| a | b |", ".. |x| replace:: |x||x|", "|x|",
            ".. list-table::", "   * - a", ".. csv-table:: T", "   a, b", ">>> x", "[tabs]", "[source,x,role=\"primary\"]", "[source,x,role=\"secondary\"]", ":param a: b", ".. dropdown:: x"};
        for (int round = 0; round < 600; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i >= 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]).append('\n');
            }
            long lines = text.toString().lines().count();
            for (String path : new String[] {"a.rst", "a.adoc"}) {
                for (Block block : read(path, text.toString()).blocks()) {
                    assertThat((long) block.lines().end()).as("seed %d %s: %s", seed, path, text).isLessThanOrEqualTo(lines + 1);
                }
            }
        }
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void survivesWhatNobodyWrites() {
        for (String piece : List.of(".. note::\n\n ", "`a <", "`a      ", "|x| ", "{a}", ":a: {a}{a}\n{a}\n", "+--+--+\n", "== ==\n", "term\n  def\n", ":r:`x ", "ifdef::a[]\n", "== x\n", "  - x\n", "text::\n\n    code\n", "|===\n|a\n", "x\n", "[[[[", "*a ", "----\n", ".. tabs::\n\n   .. tab:: x\n\n      ")) {
            String text = piece.repeat(5_000);
            assertThat(read("a.rst", text).path()).isEqualTo("a.rst");
            assertThat(read("a.adoc", text).path()).isEqualTo("a.adoc");
        }
    }
}
