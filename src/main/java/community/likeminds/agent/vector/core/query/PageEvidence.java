package community.likeminds.agent.vector.core.query;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Raises the passages of a page that speaks of the question in more than one place: its parts are often in different sections. */
final class PageEvidence {

    /** Passages of a page that count. */
    private static final int PASSAGES = 3;

    private static final double OTHER_PASSAGES = 0.3;
    private static final double WORDS_OF_PAGE = 0.3;

    private final Words words;
    private final double passagesCount;
    private final double wordsCount;

    PageEvidence(Words words) {
        this.words = words;
        // A name is defined in one place, however often the rest of a page speaks of it.
        this.passagesCount = OTHER_PASSAGES * (1 - words.named());
        this.wordsCount = WORDS_OF_PAGE * (1 - words.named());
    }

    /** Scores between 0 and 1 out of scores between 0 and 1. */
    Map<Integer, Score> raise(List<Candidate> candidates, Map<Integer, Score> scores) {
        Comparator<Candidate> best =
                Comparator.comparingDouble((Candidate candidate) -> -score(candidate, scores).total());
        Map<String, List<Candidate>> pages = candidates.stream()
                .sorted(best.thenComparingInt(Candidate::document))
                .collect(Collectors.groupingBy(Candidate::page));
        Map<Integer, Score> raised = new HashMap<>();
        double scale = 1 + passagesCount + wordsCount;
        for (List<Candidate> page : pages.values()) {
            List<Candidate> counted = page.subList(0, Math.min(PASSAGES, page.size()));
            double others = passagesCount * others(counted, scores);
            double onPage = wordsCount * words.coverage(matched(counted));
            page.forEach(candidate ->
                    raised.put(candidate.document(), score(candidate, scores).raised(others, onPage, scale)));
        }
        return raised;
    }

    private static Score score(Candidate candidate, Map<Integer, Score> scores) {
        return scores.getOrDefault(candidate.document(), Score.NONE);
    }

    /** What the passages after the best one have on average. */
    private static double others(List<Candidate> passages, Map<Integer, Score> scores) {
        return passages.stream().skip(1).mapToDouble(passage -> score(passage, scores).total()).sum() / (PASSAGES - 1);
    }

    private static Set<String> matched(List<Candidate> passages) {
        Set<String> matched = new HashSet<>();
        passages.forEach(passage -> matched.addAll(passage.matched()));
        return matched;
    }
}
