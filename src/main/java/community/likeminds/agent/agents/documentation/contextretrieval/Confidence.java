package community.likeminds.agent.agents.documentation.contextretrieval;

import community.likeminds.agent.processors.docs.Embeddings;
import community.likeminds.agent.vector.docs.Found;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * How sure it is that passages cover a question, and do not merely share its subject.
 *
 * <p>Three things count: how near the best passage is, how many of the question's words stand on its page, and whether every word is
 * supported. A word is supported when the passage has it, or when the question moves away from the passage once the word is left out;
 * a question moves towards a passage that lacks what the word asks for ("encryption" in "encryption of messages").
 */
@Component
class Confidence {

    private static final int PASSAGES = 5;
    private static final int WORDS = 14;

    /** Where unrelated passages end, and how far above them near ones lie, under small English models. */
    private static final double FAR = 0.55;

    private static final double NEAR = 0.25;

    private static final double UNKNOWN_WORDS = 6;
    private static final double EVEN = 0.65;
    private static final double STEEPNESS = 4;

    private final Embeddings embeddings;

    Confidence(Embeddings embeddings) {
        this.embeddings = embeddings;
    }

    /**
     * @param importance how much the question changes without the word
     * @param support 0 to 1
     * @param unknown stands nowhere in what was searched
     */
    private record Word(double importance, double support, boolean unknown) {}

    /** 0 to 1; from 0.5 on the question counts as covered. */
    double of(String question, float[] vector, Found found) {
        List<Found.Passage> best = found.passages().subList(0, Math.min(PASSAGES, found.passages().size()));
        if (best.isEmpty()) {
            return 0;
        }
        List<float[]> passages = best.stream().map(this::vector).toList();
        List<Word> words = words(question, vector, found, best, passages);
        double importance = words.stream().mapToDouble(Word::importance).sum();
        double supported =
                words.stream().mapToDouble(word -> word.importance() * word.support()).sum();
        double unknown = words.stream()
                .filter(Word::unknown)
                .mapToDouble(word -> word.importance() * (1 - word.support()))
                .sum();
        double nearest = passages.stream().mapToDouble(passage -> dot(vector, passage)).max().orElse(0);
        double evidence = (nearest - FAR) / NEAR
                + (importance == 0 ? 0 : supported / importance)
                + 0.5 * best.stream().mapToDouble(Found.Passage::coverage).max().orElse(0)
                - UNKNOWN_WORDS * unknown;
        return 1 / (1 + Math.exp(-STEEPNESS * (evidence - EVEN)));
    }

    private float[] vector(Found.Passage passage) {
        float[] stored = passage.vector();
        return stored == null ? embeddings.embedPassage(passage.chunk().embedded()) : stored;
    }

    private List<Word> words(
            String question, float[] vector, Found found, List<Found.Passage> best, List<float[]> passages) {
        String[] tokens = question.strip().split("\\s+");
        String page = best.stream()
                .map(passage -> passage.chunk().embedded() + "\n" + passage.chunk().text())
                .reduce("", String::concat)
                .toLowerCase(Locale.ROOT);
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < tokens.length && words.size() < WORDS; i++) {
            String word = tokens[i].replaceAll("^\\W+|\\W+$", "");
            if (word.length() < 3) {
                continue;
            }
            float[] without = embeddings.embedQuery(without(tokens, i));
            double importance = 1 - dot(vector, without);
            double towards = passages.stream()
                    .mapToDouble(passage -> dot(without, passage) - dot(vector, passage))
                    .min()
                    .orElse(0);
            boolean unknown = found.unknownWords().contains(word);
            boolean literal = !unknown && page.contains(stem(word));
            double support = literal ? 1 : importance <= 0 ? 1 : Math.clamp(-towards / (0.5 * importance), 0, 1);
            words.add(new Word(importance, support, unknown));
        }
        return words;
    }

    private static String without(String[] tokens, int left) {
        List<String> kept = new ArrayList<>(Arrays.asList(tokens));
        kept.remove(left);
        return String.join(" ", kept);
    }

    /** Enough of a word to find it with other endings. */
    private static String stem(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.length() > 6 ? lower.substring(0, lower.length() - 2) : lower;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
