package community.likeminds.agent.vector.core.query;

import community.likeminds.agent.vector.core.indexing.EntryFields;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.IndexReader;

/** Raises the passages of a page that speaks of the question in more than one place: its parts are often in different sections. */
final class PageEvidence {

    /** Passages of a page that count. */
    private static final int PASSAGES = 3;

    private static final double OTHER_PASSAGES = 0.3;
    /** What a passage that a short page does not have counts for, as a share of its best one: a page is not worse for being short. */
    private static final double ABSENT = 0.5;

    private static final double WORDS_OF_PAGE = 0.3;

    private final Words words;
    private final IndexReader reader;
    private final double passagesCount;
    private final double wordsCount;

    PageEvidence(Words words, IndexReader reader) {
        this.words = words;
        this.reader = reader;
        // A name is defined in one place, however often the rest of a page speaks of it.
        this.passagesCount = OTHER_PASSAGES * (1 - words.named());
        this.wordsCount = WORDS_OF_PAGE * (1 - words.named());
    }

    /** Scores between 0 and 1 out of scores between 0 and 1. */
    Map<Integer, Score> raise(List<Candidate> candidates, Map<Integer, Score> scores) throws IOException {
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
    private double others(List<Candidate> passages, Map<Integer, Score> scores) throws IOException {
        double others = passages.stream().skip(1).mapToDouble(passage -> score(passage, scores).total()).sum();
        int absent = passages.size() == PASSAGES ? 0 : Math.max(0, PASSAGES - EntryFields.size(reader, passages.getFirst().page()));
        return (others + absent * ABSENT * score(passages.getFirst(), scores).total()) / (PASSAGES - 1);
    }

    private static Set<String> matched(List<Candidate> passages) {
        Set<String> matched = new HashSet<>();
        passages.forEach(passage -> matched.addAll(passage.matched()));
        return matched;
    }
}
