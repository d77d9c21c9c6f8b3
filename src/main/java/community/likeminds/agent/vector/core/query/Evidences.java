package community.likeminds.agent.vector.core.query;

import community.likeminds.agent.vector.core.Evidence;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Collects what tells whether a question is answered at all. */
final class Evidences {

    private static final int BEST = 10;

    private Evidences() {}

    static Evidence of(String text, List<Candidate> candidates, Words words, Background background) {
        Set<Integer> byWords = best(candidates, Candidate::words);
        Set<Integer> byCosine = best(candidates, candidate -> Double.isNaN(candidate.cosine()) ? 0 : candidate.cosine());
        double both = byWords.stream().filter(byCosine::contains).count() / (double) BEST;
        return new Evidence(words.weights().size(), Words.written(text), both, background.near() - background.mean());
    }

    private static Set<Integer> best(List<Candidate> candidates, ToDoubleFunction<Candidate> score) {
        return candidates.stream()
                .sorted(Comparator.comparingDouble(score).reversed())
                .limit(BEST)
                .map(Candidate::document)
                .collect(Collectors.toSet());
    }
}
