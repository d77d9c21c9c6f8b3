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

    /** Small: long pages have more of everything. */
    private static final double OTHER_PASSAGES = 0.1;
    private static final double WORDS_OF_PAGE = 0.05;

    private final Words words;

    PageEvidence(Words words) {
        this.words = words;
    }

    /** Scores between 0 and 1 out of scores between 0 and 1. */
    Map<Integer, Double> raise(List<Candidate> candidates, Map<Integer, Double> scores) {
        Comparator<Candidate> best =
                Comparator.comparingDouble((Candidate candidate) -> -scores.getOrDefault(candidate.document(), 0.0));
        Map<String, List<Candidate>> pages = candidates.stream()
                .sorted(best.thenComparingInt(Candidate::document))
                .collect(Collectors.groupingBy(Candidate::page));
        Map<Integer, Double> raised = new HashMap<>();
        for (List<Candidate> page : pages.values()) {
            double evidence = evidence(page.subList(0, Math.min(PASSAGES, page.size())), scores);
            for (Candidate candidate : page) {
                double own = scores.getOrDefault(candidate.document(), 0.0);
                raised.put(candidate.document(), (own + evidence) / (1 + OTHER_PASSAGES + WORDS_OF_PAGE));
            }
        }
        return raised;
    }

    private double evidence(List<Candidate> passages, Map<Integer, Double> scores) {
        Set<String> matched = new HashSet<>();
        double others = 0;
        for (int i = 0; i < passages.size(); i++) {
            matched.addAll(passages.get(i).matched());
            others += i == 0 ? 0 : scores.getOrDefault(passages.get(i).document(), 0.0);
        }
        return OTHER_PASSAGES * others / (PASSAGES - 1) + WORDS_OF_PAGE * words.coverage(matched);
    }
}
