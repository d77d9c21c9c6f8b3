package community.likeminds.agent.vector.docs.lucene;

import community.likeminds.agent.vector.docs.VectorQuery.Ranking;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Makes one score of two: a convex combination of normalised scores (Bruch, Gai and Ingber, TOIS 2023) whose weight follows the
 * question.
 */
final class Fusion {

    private static final int RECIPROCAL_RANK_CONSTANT = 60;

    private final Words words;

    Fusion(Words words) {
        this.words = words;
    }

    /** Scores between 0 and 1 by document, for every candidate. */
    Map<Integer, Double> scores(List<Candidate> candidates, Ranking ranking) {
        return switch (ranking) {
            case WORDS -> scale(candidates, Candidate::words);
            case VECTORS -> scale(candidates, Fusion::cosineOrZero);
            case RECIPROCAL_RANK -> reciprocalRanks(candidates);
            case ADAPTIVE -> combined(candidates);
        };
    }

    private Map<Integer, Double> combined(List<Candidate> candidates) {
        Map<Integer, Double> byWords = scale(candidates, Candidate::words);
        double floor = candidates.stream()
                .mapToDouble(Candidate::cosine)
                .filter(cosine -> !Double.isNaN(cosine))
                .min()
                .orElse(0);
        double top = candidates.stream()
                .mapToDouble(Candidate::cosine)
                .filter(cosine -> !Double.isNaN(cosine))
                .max()
                .orElse(1);
        double weight = weightOfWords();
        Map<Integer, Double> scores = new HashMap<>();
        for (Candidate candidate : candidates) {
            double lexical = byWords.getOrDefault(candidate.document(), 0.0);
            // A passage whose vector is still to be made is judged by its words.
            double dense = Double.isNaN(candidate.cosine()) ? lexical : (candidate.cosine() - floor) / Math.max(1e-9, top - floor);
            scores.put(candidate.document(), weight * lexical + (1 - weight) * dense);
        }
        return scores;
    }

    /** Names are found by their letters, meanings by their vectors. */
    private double weightOfWords() {
        return words.identifiers().isEmpty() ? 0.4 : 0.6;
    }

    private static Map<Integer, Double> scale(List<Candidate> candidates, ToDoubleFunction<Candidate> score) {
        double top = candidates.stream().mapToDouble(score).max().orElse(0);
        Map<Integer, Double> scaled = new HashMap<>();
        candidates.forEach(candidate -> scaled.put(
                candidate.document(), top <= 0 ? 0 : Math.max(0, score.applyAsDouble(candidate) / top)));
        return scaled;
    }

    private static Map<Integer, Double> reciprocalRanks(List<Candidate> candidates) {
        Map<Integer, Double> sums = new HashMap<>();
        addReciprocalRanks(candidates, Candidate::words, sums);
        addReciprocalRanks(candidates, Fusion::cosineOrZero, sums);
        double best = 2.0 / (RECIPROCAL_RANK_CONSTANT + 1);
        sums.replaceAll((document, sum) -> sum / best);
        return sums;
    }

    private static void addReciprocalRanks(
            List<Candidate> candidates, ToDoubleFunction<Candidate> score, Map<Integer, Double> sums) {
        List<Candidate> ranked = candidates.stream()
                .filter(candidate -> score.applyAsDouble(candidate) > 0)
                .sorted(Comparator.comparingDouble(score).reversed())
                .toList();
        for (int rank = 0; rank < ranked.size(); rank++) {
            sums.merge(ranked.get(rank).document(), 1.0 / (RECIPROCAL_RANK_CONSTANT + rank + 1), Double::sum);
        }
    }

    private static double cosineOrZero(Candidate candidate) {
        return Double.isNaN(candidate.cosine()) ? 0 : candidate.cosine();
    }
}
