package community.likeminds.agent.vector.core.query;

import community.likeminds.agent.vector.core.Ranking;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.lucene.index.IndexReader;

/**
 * Makes one score of two: a convex combination of normalised scores (Bruch, Gai and Ingber, TOIS 2023) whose weight follows the
 * question, raised by what the rest of the page says.
 */
final class Fusion {

    private static final int RECIPROCAL_RANK_CONSTANT = 60;

    private final Words words;
    private final Background background;
    private final IndexReader reader;
    private final IndexMemory.State memory;
    private final LegWeight weight;

    Fusion(Words words, Background background, List<Candidate> candidates, IndexReader reader, IndexMemory.State memory) {
        this.words = words;
        this.reader = reader;
        this.memory = memory;
        this.background = background;
        this.weight = LegWeight.of(words, background.prominence(candidates));
    }

    LegWeight weight() {
        return weight;
    }

    /** Scores between 0 and 1, for every candidate, in any order. */
    List<Scored> scores(List<Candidate> candidates, Ranking ranking) throws IOException {
        return switch (ranking) {
            case WORDS -> scale(candidates, Candidate::words, Score::ofWords);
            case VECTORS -> scale(candidates, Fusion::cosineOrZero, Score::ofCosine);
            case RECIPROCAL_RANK -> reciprocalRanks(candidates);
            case ADAPTIVE -> new PageEvidence(words, reader, memory).raise(combined(candidates));
        };
    }

    private List<Scored> combined(List<Candidate> candidates) {
        double mostWords = candidates.stream().mapToDouble(Candidate::words).max().orElse(0);
        DoubleSummaryStatistics cosines = candidates.stream()
                .mapToDouble(Candidate::cosine)
                .filter(cosine -> !Double.isNaN(cosine))
                .summaryStatistics();
        double zero = Math.min(background.unrelated(), cosines.getMax() - 1e-6);
        List<Scored> scores = new ArrayList<>(candidates.size());
        for (Candidate candidate : candidates) {
            double lexical = mostWords <= 0 ? 0 : candidate.words() / mostWords;
            // A passage whose vector is still to be made is judged by its words.
            double dense = Double.isNaN(candidate.cosine())
                    ? lexical
                    : Math.max(0, (candidate.cosine() - zero) / (cosines.getMax() - zero));
            scores.add(new Scored(candidate, new Score(weight.words() * lexical, (1 - weight.words()) * dense, 0, 0, lexical, dense)));
        }
        return scores;
    }

    /** Makes a score of a number between 0 and 1. */
    private interface Maker {
        Score of(double share);
    }

    private static List<Scored> scale(List<Candidate> candidates, ToDoubleFunction<Candidate> score, Maker maker) {
        double top = candidates.stream().mapToDouble(score).max().orElse(0);
        return candidates.stream()
                .map(candidate -> new Scored(candidate, maker.of(top <= 0 ? 0 : Math.max(0, score.applyAsDouble(candidate) / top))))
                .toList();
    }

    private static List<Scored> reciprocalRanks(List<Candidate> candidates) {
        Map<Integer, Double> byWords = reciprocalRanks(candidates, Candidate::words);
        Map<Integer, Double> byCosine = reciprocalRanks(candidates, Fusion::cosineOrZero);
        List<Scored> scores = new ArrayList<>(candidates.size());
        for (Candidate candidate : candidates) {
            double lexical = byWords.getOrDefault(candidate.document(), 0.0);
            double dense = byCosine.getOrDefault(candidate.document(), 0.0);
            scores.add(new Scored(candidate, new Score(lexical / 2, dense / 2, 0, 0, lexical, dense)));
        }
        return scores;
    }

    /** As shares of the best rank's. */
    private static Map<Integer, Double> reciprocalRanks(List<Candidate> candidates, ToDoubleFunction<Candidate> score) {
        List<Candidate> ranked = candidates.stream()
                .filter(candidate -> score.applyAsDouble(candidate) > 0)
                .sorted(Comparator.comparingDouble(score).reversed())
                .toList();
        Map<Integer, Double> shares = new HashMap<>();
        for (int rank = 0; rank < ranked.size(); rank++) {
            shares.put(
                    ranked.get(rank).document(),
                    (RECIPROCAL_RANK_CONSTANT + 1.0) / (RECIPROCAL_RANK_CONSTANT + rank + 1.0));
        }
        return shares;
    }

    private static double cosineOrZero(Candidate candidate) {
        return Double.isNaN(candidate.cosine()) ? 0 : candidate.cosine();
    }
}
