package community.likeminds.agent.processors.docs.formats.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.processors.docs.formats.PageFormats;
import community.likeminds.agent.processors.docs.formats.RawPage;
import community.likeminds.agent.processors.docs.formats.UnreadablePageException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocCommentPagesTest {

    private static List<String> read(String path, String text) throws UnreadablePageException {
        Page page = PageFormats.read(new RawPage("s", path, text.getBytes(StandardCharsets.UTF_8), "", "")).getFirst();
        return page.blocks().stream().map(one -> one.kind() + " " + one.lines().start() + "-" + one.lines().end() + " " + one.text()).toList();
    }

    @Test
    void readsWhatOthersCanUse() throws UnreadablePageException {
        assertThat(read("a/Client.java", """
                package a;

                /** Talks to {@link Orbit}. */
                @Deprecated
                public final class Client {
                    /**
                     * Starts <b>it</b>.
                     *
                     * @param key the {@code key_1}
                     */
                    public void start(String key,
                            int n) {
                    }

                    /** Not for others. */
                    private int x;
                }
                """)).containsExactly(
                "HEADING 5-5 Client", "PROSE 3-3 Talks to `Orbit`.", "CODE 5-5 public final class Client",
                "HEADING 11-11 start(String key, int n)", "PROSE 6-7 Starts it.", "PROSE 9-9 param key the `key_1`",
                "CODE 11-12 public void start(String key,\\n        int n)".replace("\\n", "\n"));
    }

    @Test
    void readsKotlin() throws UnreadablePageException {
        assertThat(read("Client.kt", "/** Starts it. */\nsuspend fun <T> Orbit.start(key: String): T = TODO()\n/** Is on. */\nval on: Boolean\n"))
                .containsExactly("HEADING 2-2 start(key: String)", "PROSE 1-1 Starts it.", "CODE 2-2 suspend fun <T> Orbit.start(key: String): T = TODO()",
                        "HEADING 4-4 on", "PROSE 3-3 Is on.", "CODE 4-4 val on: Boolean");
    }

    @Test
    void saysThatNothingIsDocumented() {
        assertThatThrownBy(() -> read("A.java", "class A {}")).isInstanceOf(UnreadablePageException.class).hasMessageEndingWith(".");
    }
}
