package community.likeminds.agent.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What strangers wrote cannot steer the terminal that it is shown on. */
class SafeStreamTests {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final SafeStream stream = new SafeStream(bytes);

    private String shown() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void ownStylesPass() {
        String text = new Style(true).bold("a") + new Style(true).red("b") + "\tc\n\r\nd";
        stream.print(text);
        assertThat(shown()).isEqualTo(text);
    }

    @Test
    void sequencesOfOthersBecomeVisible() {
        stream.println("title \u001b]0;x\u0007 conceal \u001b[8m up \u001b[2A eight \u009b2J over\rwritten \u001b[K back\b");
        assertThat(shown().strip()).isEqualTo(
                "title \u241b]0;x\u2407 conceal \u241b[8m up \u241b[2A eight <U+009B>2J over\u240dwritten \u241b[K back\u2408");
    }

    @Test
    void textIsNotTurnedAround() {
        stream.printf("%s%n", "if (admin\u202e{ } \u2066)");
        assertThat(shown().strip()).isEqualTo("if (admin<U+202E>{ } <U+2066>)");
    }

    @Test
    void aLineOfProgressIsClearedButNotByItsText() {
        stream.print(SafeStream.CLEAR_LINE + "Reading a" + SafeStream.CLEAR_LINE + "b");
        assertThat(shown()).isEqualTo("\r\u001b[KReading a\u240d\u241b[Kb");
    }

    @Test
    void otherLanguagesStayAsTheyAre() {
        stream.println("naïve 東京 👩‍💻 שלום null");
        stream.println((String) null);
        assertThat(shown().lines()).containsExactly("naïve 東京 👩‍💻 שלום null", "null");
    }
}
