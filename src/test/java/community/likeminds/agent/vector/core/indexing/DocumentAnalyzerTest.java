package community.likeminds.agent.vector.core.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DocumentAnalyzerTest {

    private final DocumentAnalyzer analyzer = new DocumentAnalyzer();

    private List<String> tokens(String text) {
        return analyzer.tokens(text).stream().map(DocumentAnalyzer.Token::text).toList();
    }

    @Test
    void cutsIdentifiersAndKeepsThemWhole() {
        assertThat(tokens("ChatClient.initSession()"))
                .containsExactly("chat", "chatclient", "initsession", "chatclient.initsession", "client", "init", "session");
        assertThat(tokens("HTTPServer2")).containsExactly("http", "httpserver2", "server", "2");
        assertThat(tokens("--primary-color")).containsExactly("primary", "primary-color", "color");
        assertThat(tokens("max_retry")).containsExactly("max", "max_retry", "retry");
        assertThat(tokens("1.8.22")).containsExactly("1", "1.8.22", "8", "22");
    }

    @Test
    void stemsProseOnly() {
        assertThat(tokens("Installing the packages")).containsExactly("install", "the", "package");
        assertThat(tokens("URLs of users' devices")).containsExactly("url", "of", "user", "device");
        assertThat(tokens("the user's name")).containsExactly("the", "user", "name");
    }

    @Test
    void survivesAnything() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(400); n > 0; n--) {
                text.append((char) (random.nextInt(4) == 0 ? random.nextInt(0xffff) : "aB1._-/' \n".charAt(random.nextInt(10))));
            }
            assertThat(tokens(text.toString())).describedAs("seed " + seed).allMatch(token -> !token.isBlank());
        }
    }
}
