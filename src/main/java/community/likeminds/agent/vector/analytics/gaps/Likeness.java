package community.likeminds.agent.vector.analytics.gaps;

import community.likeminds.agent.vector.analytics.QuestionMeanings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How alike questions are, less what makes two of them be about the same: above 0 they belong together. Cosines of their words, weighted by rarity, and of
 * their vectors, from which the mean is taken, as all questions to one product have much in common. The limits were set on two sets of about 55 questions
 * to different products.
 */
final class Likeness {

    private static final double BY_WORDS = 0.28;
    private static final double WITH_MEANING = 0.3;
    private static final double MEANING = 0.5;
    /** Fewer vectors have no mean that says what they have in common. */
    private static final int FEWEST = 8;

    private Likeness() {}

    /** A symmetric matrix in the order of the questions. */
    static float[][] of(List<String> questions, QuestionMeanings meanings) {
        List<Set<String>> words = questions.stream().map(QuestionWords::of).toList();
        Map<String, Integer> frequency = new HashMap<>();
        words.forEach(one -> one.forEach(word -> frequency.merge(word, 1, Integer::sum)));
        Map<String, Double> weights = new HashMap<>();
        // Words that most questions have weigh least.
        frequency.forEach((word, count) -> weights.put(word, Math.pow(Math.log(1 + (double) questions.size() / count), 2)));
        List<float[]> vectors = questions.size() < FEWEST ? null : centred(meanings.of(questions));
        float[][] alike = new float[questions.size()][questions.size()];
        for (int i = 0; i < questions.size(); i++) {
            for (int j = 0; j < i; j++) {
                double byWords = cosine(words.get(i), words.get(j), weights);
                double likeness = vectors == null
                        ? byWords - BY_WORDS
                        : (1 - MEANING) * byWords + MEANING * dot(vectors.get(i), vectors.get(j)) - WITH_MEANING;
                alike[i][j] = (float) likeness;
                alike[j][i] = (float) likeness;
            }
        }
        return alike;
    }

    private static double cosine(Set<String> one, Set<String> other, Map<String, Double> weights) {
        if (one.isEmpty() && other.isEmpty()) {
            return 1;
        }
        double shared = one.stream().filter(other::contains).mapToDouble(word -> weights.getOrDefault(word, 0.0)).sum();
        return shared == 0 ? 0 : shared / Math.sqrt(sum(one, weights) * sum(other, weights));
    }

    private static double sum(Set<String> words, Map<String, Double> weights) {
        return words.stream().mapToDouble(word -> weights.getOrDefault(word, 0.0)).sum();
    }

    /** Without their mean, of unit length again. */
    private static @Nullable List<float[]> centred(@Nullable List<float[]> vectors) {
        if (vectors == null) {
            return null;
        }
        double[] mean = new double[vectors.getFirst().length];
        vectors.forEach(vector -> {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += vector[i] / vectors.size();
            }
        });
        return vectors.stream()
                .map(vector -> {
                    float[] centred = new float[mean.length];
                    double length = 0;
                    for (int i = 0; i < mean.length; i++) {
                        centred[i] = (float) (vector[i] - mean[i]);
                        length += centred[i] * centred[i];
                    }
                    for (int i = 0; i < mean.length; i++) {
                        centred[i] = length == 0 ? 0 : (float) (centred[i] / Math.sqrt(length));
                    }
                    return centred;
                })
                .toList();
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
