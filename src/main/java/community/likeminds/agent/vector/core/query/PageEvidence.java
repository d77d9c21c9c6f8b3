package community.likeminds.agent.vector.core.query;

import community.likeminds.agent.vector.core.indexing.EntryFields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final IndexMemory.State memory;
    private final double passagesCount;
    private final double wordsCount;

    PageEvidence(Words words, IndexReader reader, IndexMemory.State memory) {
        this.words = words;
        this.reader = reader;
        this.memory = memory;
        // A name is defined in one place, however often the rest of a page speaks of it.
        this.passagesCount = OTHER_PASSAGES * (1 - words.named());
        this.wordsCount = WORDS_OF_PAGE * (1 - words.named());
    }

    /** A page as {@link Candidate#page()} has it. */
    private record Page(String name) {}

    /** Scores between 0 and 1 out of scores between 0 and 1. */
    List<Scored> raise(List<Scored> scores) throws IOException {
        Map<String, List<Scored>> pages = new LinkedHashMap<>();
        scores.stream()
                .sorted(Scored.BEST_FIRST)
                .forEach(one -> pages.computeIfAbsent(one.candidate().page(), page -> new ArrayList<>()).add(one));
        List<Scored> raised = new ArrayList<>(scores.size());
        double scale = 1 + passagesCount + wordsCount;
        for (List<Scored> page : pages.values()) {
            List<Scored> counted = page.subList(0, Math.min(PASSAGES, page.size()));
            double others = passagesCount == 0 ? 0 : passagesCount * others(counted);
            double onPage = wordsCount * words.coverage(matched(counted));
            page.forEach(one -> raised.add(new Scored(one.candidate(), one.score().raised(others, onPage, scale))));
        }
        return raised;
    }

    /** What the passages after the best one have on average. */
    private double others(List<Scored> passages) throws IOException {
        double others = passages.stream().skip(1).mapToDouble(Scored::total).sum();
        int absent = passages.size() == PASSAGES ? 0 : Math.max(0, PASSAGES - size(passages.getFirst().candidate().page()));
        return (others + absent * ABSENT * passages.getFirst().total()) / (PASSAGES - 1);
    }

    private int size(String page) throws IOException {
        return memory.of(new Page(page), one -> EntryFields.size(reader, one.name()));
    }

    private static Set<String> matched(List<Scored> passages) {
        if (passages.size() == 1) {
            return passages.getFirst().candidate().matched();
        }
        Set<String> matched = new HashSet<>();
        passages.forEach(passage -> matched.addAll(passage.candidate().matched()));
        return matched;
    }
}
