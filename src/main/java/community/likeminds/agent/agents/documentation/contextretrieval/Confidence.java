package community.likeminds.agent.agents.documentation.contextretrieval;

import community.likeminds.agent.vector.core.Evidence;
import community.likeminds.agent.vector.docs.Found;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How sure it is that passages cover a question, and do not merely share its subject: a logistic regression over what the search
 * tells. Its coefficients were found on 183 answerable and 256 unanswerable questions of the same subjects over the documentation of eight
 * SDKs; on each SDK that was left out it told them apart as well (area under the curve .917): below .15 lie two thirds of those
 * without an answer and one in thirty of the others.
 */
@Component
class Confidence {

    private static final int PASSAGES = 5;

    private static final int MOST_WORDS = 12;

    private static final double CONSTANT = -16.72;
    private static final double NEAREST = 12.28;
    private static final double COVERED = 4.61;
    private static final double WORDS = 0.548;
    private static final double SPREAD = 12.25;
    private static final double PRESENT = 1.98;
    private static final double AGREEMENT = 1.39;

    private static final double SUREST_BY_WORDS = 0.6;
    /** Set by hand: a question half of whose words, by weight, stand in a passage is worth an answer. */
    private static final double WORDS_CONSTANT = -4;

    private static final double WORDS_COVERED = 5;
    private static final double WORDS_PRESENT = 2;

    private final Meaning meaning;

    Confidence(Meaning meaning) {
        this.meaning = meaning;
    }

    /** 0 to 1: how likely it is that the documents cover the question; vectors that passages lack are made. */
    double of(float @Nullable [] vector, Found found) {
        return of(found, vector == null ? OptionalDouble.empty() : nearest(best(found), vector));
    }

    /** The same without making vectors: passages that lack theirs count by their words. */
    double ofKnown(Found found) {
        return of(found, best(found).stream().mapToDouble(Found.Passage::cosine).filter(cosine -> !Double.isNaN(cosine)).max());
    }

    private static List<Found.Passage> best(Found found) {
        return found.passages().subList(0, Math.min(PASSAGES, found.passages().size()));
    }

    private static double of(Found found, OptionalDouble nearest) {
        List<Found.Passage> best = best(found);
        if (best.isEmpty()) {
            return 0;
        }
        Evidence evidence = found.evidence();
        List<String> missing = missing(evidence.written(), best);
        double present = evidence.written().isEmpty() ? 1 : 1 - missing.size() / (double) evidence.written().size();
        double covered = best.stream().mapToDouble(Found.Passage::coverage).max().orElse(0);
        if (nearest.isEmpty()) {
            return ofWords(covered, present);
        }
        double sum = CONSTANT
                + NEAREST * nearest.getAsDouble()
                + COVERED * covered
                + WORDS * Math.min(MOST_WORDS, evidence.words())
                + SPREAD * evidence.spread()
                + PRESENT * present
                + AGREEMENT * evidence.agreement();
        return 1 / (1 + Math.exp(-sum));
    }

    /** Words alone never tell as much, so this stays below {@link #SUREST_BY_WORDS}. */
    private static double ofWords(double covered, double present) {
        return SUREST_BY_WORDS / (1 + Math.exp(-(WORDS_CONSTANT + WORDS_COVERED * covered + WORDS_PRESENT * present)));
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
