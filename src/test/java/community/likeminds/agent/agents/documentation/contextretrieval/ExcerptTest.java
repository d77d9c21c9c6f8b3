package community.likeminds.agent.agents.documentation.contextretrieval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {

    private static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }

    @Test
    void keepsWholeParagraphsAndWholeCode() {
        String text = "# Title\n\nOne two three.\n\n```js\na;\n\nb;\n```\n\nFour five six.";
        assertThat(Excerpt.of(text, 100, ExcerptTest::words)).isEqualTo(text);
        assertThat(Excerpt.of(text, 7, ExcerptTest::words)).isEqualTo("# Title\n\nOne two three.\n\n…");
        assertThat(Excerpt.of(text, 10, ExcerptTest::words)).endsWith("b;\n```\n\n…");
    }

    @Test
    void aHeadingAloneSaysNothing() {
        assertThat(Excerpt.of("# Title\n\nMany words that do not fit in here.", 5, ExcerptTest::words)).isEmpty();
    }
}
