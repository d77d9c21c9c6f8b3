package community.likeminds.agent.vector.analytics.gaps;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** The words that tell what a question is about: stems, without the words that every question has. */
final class QuestionWords {

    /** Stems that questions are made of and that say nothing about their topic. */
    private static final Set<String> ASKING = Set.of(
            "how", "do", "doe", "i", "can", "what", "where", "which", "who", "why", "when", "my", "me", "we", "you", "your", "am", "should",
            "would", "could", "want", "need", "wai", "us", "get", "make", "have", "ha", "from", "support", "possibl", "work",
            "add", "ani", "all", "chang", "don't", "doesn't", "can't", "done", "each", "enabl", "handl", "instead", "know", "mani", "much", "new", "other",
            "own", "show", "switch", "use");

    private QuestionWords() {}

    static Set<String> of(String question) {
        Set<String> words = new LinkedHashSet<>();
        try (EnglishAnalyzer analyzer = new EnglishAnalyzer();
                TokenStream stream = analyzer.tokenStream("", question)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(term.toString());
            }
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        Set<String> telling = new LinkedHashSet<>(words);
        telling.removeAll(ASKING);
        return telling.isEmpty() ? words : telling;
    }
}
