package community.likeminds.agent.agents.documentation.contextretrieval;

import community.likeminds.agent.processors.docs.Embeddings;
import community.likeminds.agent.vector.core.Evidence;
import community.likeminds.agent.vector.docs.Found;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

    private final Embeddings embeddings;

    Confidence(Embeddings embeddings) {
        this.embeddings = embeddings;
    }

    /** 0 to 1: how likely it is that the documents cover the question. */
    double of(String question, float[] vector, Found found) {
        List<Found.Passage> best = found.passages().subList(0, Math.min(PASSAGES, found.passages().size()));
        if (best.isEmpty()) {
            return 0;
        }
        Evidence evidence = found.evidence();
        List<String> missing = missing(evidence.written(), best);
        double present = evidence.written().isEmpty() ? 1 : 1 - missing.size() / (double) evidence.written().size();
        double missed = missing.stream()
                .limit(MISSING)
                .mapToDouble(word -> 1 - dot(vector, embeddings.embedQuery(without(question, word))))
                .max()
                .orElse(0);
        double sum = CONSTANT
                + NEAREST * best.stream().mapToDouble(passage -> nearness(passage, vector)).max().orElse(0)
                + COVERED * best.stream().mapToDouble(Found.Passage::coverage).max().orElse(0)
                + WORDS * Math.min(MOST_WORDS, evidence.words())
                + SPREAD * evidence.spread()
                + MISSED * missed
                + PRESENT * present
                + AGREEMENT * evidence.agreement();
        return 1 / (1 + Math.exp(-sum));
    }

    private double nearness(Found.Passage passage, float[] vector) {
        return Double.isNaN(passage.cosine())
                ? dot(vector, embeddings.embedPassage(passage.chunk().embedded()))
                : passage.cosine();
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
