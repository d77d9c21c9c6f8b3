package community.likeminds.agent.agents.documentation.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleValuesTest {

    @TempDir
    Path folder;

    private List<String> places(String line) {
        return new ReviewFixture(folder.resolve("docs"))
                .page("use.md", "# Use\n\n```js\nconst first = 1;\n" + line + "\n```\n")
                .review()
                .findings()
                .stream()
                .filter(one -> one.code().equals("value-invalid"))
                .map(ReviewFixture::place)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "connect('https:/api.kettle.dev/v1');", "connect(\"http//api.kettle.dev\");", "connect('https://https://api.kettle.dev');",
                "connect('htps://api.kettle.dev');", "connect('https://api..kettle.dev/v1');", "find('123e4567-e89b-12d3-a456-42661417400');",
                "find('123e4567-e89b-12d3-a45-426614174000');", "on('2026-02-30');", "on(\"2026-13-01T10:00:00Z\");"
            })
    void whatNothingAcceptsIsReported(String line) {
        assertThat(places(line)).containsExactly("value-invalid use.md:5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "connect('https://api.kettle.dev/v1');", "connect('http://localhost:8080');", "connect('https://web.archive.org/web/2024/https://kettle.dev');",
                "connect('https://YOUR_HOST/v1');", "find('123e4567-e89b-12d3-a456-426614174000');", "find('xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxx');",
                "find('550e8400-...-446655440000');", "on('2024-02-29');", "on('2026-10-31T10:00:00Z');", "split('2026-44-7');",
                "connect('https:/api.kettle.dev'); // throws: malformed", "import x from 'http-status';", "route('/a//b');", "fetch(`https:/${host}`);"
            })
    void placeholdersMistakesOnPurposeAndOrdinaryTextAreNot(String line) {
        assertThat(places(line)).isEmpty();
    }
}
