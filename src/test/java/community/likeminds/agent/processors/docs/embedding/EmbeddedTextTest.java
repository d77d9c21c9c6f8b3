package community.likeminds.agent.processors.docs.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EmbeddedTextTest {

    @Test
    void proseKeepsItsSentencesAndLosesItsMarks() {
        assertThat(EmbeddedText.prose("Call `init()` first, then  wait.\n- Don't retry (it's done for you)."))
                .isEqualTo("Call init() first, then wait.\n- Don't retry (it's done for you).");
        assertThat(EmbeddedText.prose("| Name | Meaning |\n| :--- | ---: |\n| `id` | the user's |")).isEqualTo("Name Meaning\nid the user's");
        assertThat(EmbeddedText.prose("")).isEmpty();
        assertThat(EmbeddedText.prose("`|`\n---\n")).isEmpty();
    }

    @Test
    void codeKeepsEachOfItsNamesOnce() {
        assertThat(EmbeddedText.code(
                        """
                        ```tsx title="src/App.tsx"
                        import { OrbitProvider } from "@orbit/react";

                        // Signs the user in.
                        const feed = useFeed({ accessibleByDefault: true });
                        const user = useFeed(a => a.user);
                        }
                        ```"""))
                .isEqualTo(
                        """
                        tsx src/App.tsx
                        import OrbitProvider from @orbit/react
                        // Signs the user in.
                        const feed useFeed accessibleByDefault: true
                        a.user""");
    }

    @Test
    void keysAndDataAreNoNames() {
        assertThat(EmbeddedText.code("token = \"" + "aB3".repeat(40) + "\"")).isEqualTo("token");
        assertThat(EmbeddedText.code("größe = 日本語 + \"🙂\"")).isEqualTo("größe 日本語 🙂");
    }
}
