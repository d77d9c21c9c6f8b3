package community.likeminds.agent.agents.documentation.contextretrieval;

import community.likeminds.agent.vector.core.Evidence;
import community.likeminds.agent.vector.docs.Found;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How sure it is that passages cover a question, and do not merely share its subject: a logistic regression over what the search
 * tells. Its coefficients were found on 180 answerable and 97 unanswerable questions of the same subjects over the documentation of eight
 * SDKs, and on questions asked of the wrong documentation; they held on each SDK that was left out.
 *
 * <p>The strongest sign against is a word that the question cannot do without and that the passages lack: the more the question's
 * vector changes when the word is left out, the more it is needed.
 */
@Component
class Confidence {

    private static final int PASSAGES = 5;
    /** Words of which is found out how much they matter; each costs an embedding. */
    private static final int MISSING = 4;

    private static final int MOST_WORDS = 12;

    private static final double CONSTANT = -13.06;
    private static final double NEAREST = 9.92;
    private static final double COVERED = 3.14;
    private static final double WORDS = 0.335;
    private static final double SPREAD = 26.75;
    private static final double MISSED = -15.44;
    private static final double PRESENT = 1.66;
    private static final double AGREEMENT = 1.44;

    private static final double SUREST_BY_WORDS = 0.6;
    /** Set by hand: a question half of whose words, by weight, stand in a passage is worth an answer. */
    private static final double WORDS_CONSTANT = -4;

    private static final double WORDS_COVERED = 5;
    private static final double WORDS_PRESENT = 2;

    private final Meaning meaning;

    Confidence(Meaning meaning) {
        this.meaning = meaning;
    }

    /** 0 to 1: how likely it is that the documents cover the question. */
    double of(String question, float @Nullable [] vector, Found found) {
        List<Found.Passage> best = found.passages().subList(0, Math.min(PASSAGES, found.passages().size()));
        if (best.isEmpty()) {
            return 0;
        }
        Evidence evidence = found.evidence();
        List<String> missing = missing(evidence.written(), best);
        double present = evidence.written().isEmpty() ? 1 : 1 - missing.size() / (double) evidence.written().size();
        double covered = best.stream().mapToDouble(Found.Passage::coverage).max().orElse(0);
        OptionalDouble missed = vector == null ? OptionalDouble.empty() : missed(question, vector, missing);
        OptionalDouble nearest = vector == null ? OptionalDouble.empty() : nearest(best, vector);
        if (missed.isEmpty() || nearest.isEmpty()) {
            return ofWords(covered, present);
        }
        double sum = CONSTANT
                + NEAREST * nearest.getAsDouble()
                + COVERED * covered
                + WORDS * Math.min(MOST_WORDS, evidence.words())
                + SPREAD * evidence.spread()
                + MISSED * missed.getAsDouble()
                + PRESENT * present
                + AGREEMENT * evidence.agreement();
        return 1 / (1 + Math.exp(-sum));
    }

    /** Words alone never tell as much, so this stays below {@link #SUREST_BY_WORDS}. */
    private static double ofWords(double covered, double present) {
        return SUREST_BY_WORDS / (1 + Math.exp(-(WORDS_CONSTANT + WORDS_COVERED * covered + WORDS_PRESENT * present)));
    }

    /** How much the most needed of the missing words matters; empty when there is no model to tell. */
    private OptionalDouble missed(String question, float[] vector, List<String> missing) {
        double most = 0;
        for (String word : missing.subList(0, Math.min(MISSING, missing.size()))) {
            float[] without = meaning.ofQuestion(without(question, word));
            if (without == null) {
                return OptionalDouble.empty();
            }
            most = Math.max(most, 1 - dot(vector, without));
        }
        return OptionalDouble.of(most);
    }

    /** Empty when vectors are missing that no model makes. */
    private OptionalDouble nearest(List<Found.Passage> passages, float[] vector) {
        double nearest = 0;
        for (Found.Passage passage : passages) {
            double cosine = passage.cosine();
            if (Double.isNaN(cosine)) {
                List<float[]> made = meaning.ofPassages(List.of(passage.chunk().embedded()));
                if (made == null) {
                    return OptionalDouble.empty();
                }
                cosine = dot(vector, made.getFirst());
            }
            nearest = Math.max(nearest, cosine);
        }
        return OptionalDouble.of(nearest);
    }

    private static List<String> missing(List<String> words, List<Found.Passage> passages) {
        StringBuilder said = new StringBuilder();
        passages.forEach(passage ->
                said.append(passage.chunk().embedded()).append('\n').append(passage.chunk().text()).append('\n'));
        String text = said.toString().toLowerCase(Locale.ROOT);
        return words.stream().filter(word -> !text.contains(stem(word))).toList();
    }

    private static String without(String question, String word) {
        List<String> kept = new ArrayList<>(Arrays.asList(question.strip().split("\\s+")));
        kept.removeIf(one -> one.replaceAll("^\\W+|\\W+$", "").equals(word));
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
