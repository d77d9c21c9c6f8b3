package community.likeminds.agent.agents.documentation.bench;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first sentence of documentation, as plain text. */
final class JavadocSentences {

    private static final Pattern LABELLED = Pattern.compile("\\{@link(?:plain)?\\s+[^\\s}]+\\s+([^}]+)\\}");
    private static final Pattern LINKED = Pattern.compile("\\{@link(?:plain)?\\s+([^}]+)\\}");
    private static final Pattern INLINE = Pattern.compile("\\{@\\w+\\s*([^{}]*)\\}");
    private static final Pattern END = Pattern.compile("(?<![ei]\\.[ge])[.!?](?=\\s|$)");

    private JavadocSentences() {}

    /** The first sentence; empty when there is none in words. */
    static Optional<String> first(String doc) {
        String main = doc.replaceAll("(?sm)^\\s*@\\w.*", "").replaceAll("(?is)<pre>.*?</pre>", " ");
        String plain = replaced(LABELLED, main);
        plain = replaced(LINKED, plain).replace('#', '.');
        plain = replaced(INLINE, replaced(INLINE, plain));
        plain = plain.replaceAll("(?is)<(?:p|ul|ol|table|blockquote)\\b.*", "").replaceAll("<[^>]+>", " ").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
                .replaceAll("\\s+", " ").strip();
        Matcher end = END.matcher(plain);
        if (!end.find()) {
            return Optional.empty();
        }
        String sentence = plain.substring(0, end.end()).replaceAll(" (?=[,.;:)])", "").strip();
        return sentence.chars().filter(Character::isLetter).count() < 8 ? Optional.empty() : Optional.of(sentence);
    }

    private static String replaced(Pattern pattern, String text) {
        return pattern.matcher(text).replaceAll("$1");
    }
}
