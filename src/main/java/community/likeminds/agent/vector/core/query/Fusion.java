package community.likeminds.agent.vector.core.query;

import community.likeminds.agent.vector.core.Ranking;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Makes one score of two: a convex combination of normalised scores (Bruch, Gai and Ingber, TOIS 2023) whose weight follows the
 * question, raised by what the rest of the page says.
 */
final class Fusion {

    private static final int RECIPROCAL_RANK_CONSTANT = 60;

    /** Share of BM25 for a question in prose, and for one that names code. */
    private static final double WORDS_OF_PROSE = 0.33;

    private static final double WORDS_OF_CODE = 0.5;

    /** About the cosine of unrelated texts under small English models; normalising from the pool's own worst one exaggerates. */
    private static final double UNRELATED = 0.4;

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
            case ADAPTIVE -> new PageEvidence(words).raise(candidates, combined(candidates));
        };
    }

    private Map<Integer, Double> combined(List<Candidate> candidates) {
        Map<Integer, Double> byWords = scale(candidates, Candidate::words);
        DoubleSummaryStatistics cosines = candidates.stream()
                .mapToDouble(Candidate::cosine)
                .filter(cosine -> !Double.isNaN(cosine))
                .summaryStatistics();
        double zero = Math.min(UNRELATED, cosines.getMin() - 1e-6);
        double weight = words.identifiers().isEmpty() ? WORDS_OF_PROSE : WORDS_OF_CODE;
        Map<Integer, Double> scores = new HashMap<>();
        for (Candidate candidate : candidates) {
            double lexical = byWords.getOrDefault(candidate.document(), 0.0);
            // A passage whose vector is still to be made is judged by its words.
            double dense = Double.isNaN(candidate.cosine())
                    ? lexical
                    : (candidate.cosine() - zero) / (cosines.getMax() - zero);
            scores.put(candidate.document(), weight * lexical + (1 - weight) * dense);
        }
        return scores;
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
