package community.likeminds.agent.agents.documentation.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fences that do not pair. */
class FenceCheckTest {

    @TempDir
    Path folder;

    @Test
    void aFenceThatIsNeverClosedIsFound() {
        assertThat(places("# A\n\n```js\nlet a;\n\n## B\n\ntext\n")).containsExactly("fence-unbalanced a.md:3");
    }

    @Test
    void aFenceThatIsClosedWithALanguageIsFound() {
        assertThat(places("# A\n\n```js\nlet a;\n```js\n\ntext\n\n```sh\nls\n```\n")).containsExactly("fence-unbalanced a.md:3");
    }

    @Test
    void aFenceThatIsClosedWithAnotherMarkIsFound() {
        assertThat(places("# A\n\n~~~js\nlet a;\n```\n\ntext\n")).containsExactly("fence-unbalanced a.md:3");
        assertThat(places("# A\n\n````js\nlet a;\n```\n\ntext\n")).containsExactly("fence-unbalanced a.md:3");
    }

    @Test
    void fencesInFencesListsQuotesAndCommentsAreFine() {
        assertThat(places("# A\n\n````md\n```js\nlet a;\n```\n````\n\n1. one\n\n   ```sh\n   ls\n   ```\n\n> ```\n> x\n> ```\n\n- ```js\n  let b;\n  ```\n\n"
                + "<!--\n```js\n-->\n\n~~~\n```js\n~~~\n")).isEmpty();
    }

    private java.util.List<String> places(String text) {
        return new ReviewFixture(folder).page("a.md", text).places();
    }
}
