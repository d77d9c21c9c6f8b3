package community.likeminds.agent.vector.core.query;

import community.likeminds.agent.vector.core.Space;
import community.likeminds.agent.vector.core.indexing.EntryFields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.LongHeap;
import org.jspecify.annotations.Nullable;

/** Finds by words, for one question: adds up what each of its words is worth in a document. */
final class LexicalLeg {

    private final Map<String, Impacts> words = new LinkedHashMap<>();
    private final int documents;
    /** Null when everything may be found. */
    private final @Nullable BitSet passing;

    /**
     * @param filter that whatever is found passes
     * @param known what was learnt of this state of the index
     */
    LexicalLeg(IndexSearcher searcher, Words words, Space space, Query filter, IndexMemory.State known) throws IOException {
        for (Map.Entry<String, Query> word : words.queries(space).entrySet()) {
            this.words.put(word.getKey(), known.impacts(searcher, word.getValue()));
        }
        this.documents = searcher.getIndexReader().maxDoc();
        boolean everything = !searcher.getIndexReader().hasDeletions() && EntryFields.passesAll(searcher, filter);
        this.passing = everything ? null : known.passing(searcher, filter);
    }

    /** The best documents, at most {@code size}, in no order. */
    int[] best(int size) {
        float[] scores = new float[documents];
        for (Impacts word : words.values()) {
            for (int i = 0; i < word.size(); i++) {
                scores[word.documents()[i]] += word.scores()[i];
            }
        }
        LongHeap best = new LongHeap(size);
        for (Impacts word : words.values()) {
            for (int document : word.documents()) {
                if (scores[document] > 0 && (passing == null || passing.get(document))) {
                    best.insertWithOverflow(ranked(scores[document], document));
                }
                scores[document] = 0;
            }
        }
        int[] found = new int[best.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = Integer.MAX_VALUE - (int) best.get(i + 1);
        }
        return found;
    }

    /** In the order of scores, as positive floats are in that of their bits; of equal ones the first document. */
    private static long ranked(float score, int document) {
        return (long) Float.floatToIntBits(score) << Integer.SIZE | Integer.MAX_VALUE - document;
    }

    /**
     * What the words say of a document.
     *
     * @param score BM25, 0 where no word stands
     * @param matched the words that stand in it or above it
     */
    record Standing(double score, Set<String> matched) {}

    /** @param wanted ascending */
    List<Standing> of(int[] wanted) {
        double[] scores = new double[wanted.length];
        List<Set<String>> matched = new ArrayList<>(wanted.length);
        for (int i = 0; i < wanted.length; i++) {
            matched.add(new HashSet<>());
        }
        words.forEach((word, impacts) -> impacts.at(wanted, (place, score) -> {
            scores[place] += score;
            matched.get(place).add(word);
        }));
        List<Standing> standings = new ArrayList<>(wanted.length);
        for (int i = 0; i < wanted.length; i++) {
            standings.add(new Standing(scores[i], matched.get(i)));
        }
        return standings;
    }
}
