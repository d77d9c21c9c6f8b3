package community.likeminds.agent.vector.core.query;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;

/**
 * What a word is worth in every document that it stands in (Anh and Moffat, SIGIR 2006): told once for each state of an index, because
 * questions share most of their words.
 *
 * @param documents ascending
 * @param scores of each of them, above 0
 */
record Impacts(int[] documents, float[] scores) {

    private static final int FIRST = 64;

    /** Looks a word up; deleted documents are told like the others. */
    static Impacts of(IndexSearcher searcher, Query word) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(word), ScoreMode.COMPLETE, 1);
        int[] documents = new int[FIRST];
        float[] scores = new float[FIRST];
        int count = 0;
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer == null) {
                continue;
            }
            DocIdSetIterator each = scorer.iterator();
            for (int document = each.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = each.nextDoc()) {
                if (count == documents.length) {
                    documents = Arrays.copyOf(documents, 2 * count);
                    scores = Arrays.copyOf(scores, 2 * count);
                }
                documents[count] = leaf.docBase + document;
                scores[count++] = scorer.score();
            }
        }
        return new Impacts(Arrays.copyOf(documents, count), Arrays.copyOf(scores, count));
    }

    /** Tells the score of a document. */
    interface Taker {
        void take(int place, float score);
    }

    /** @param wanted ascending; the taker is told the places of those that the word stands in */
    void at(int[] wanted, Taker taker) {
        int from = 0;
        for (int place = 0; place < wanted.length && from < documents.length; place++) {
            int found = Arrays.binarySearch(documents, from, documents.length, wanted[place]);
            if (found >= 0) {
                taker.take(place, scores[found]);
            }
            from = found >= 0 ? found + 1 : -found - 1;
        }
    }

    int size() {
        return documents.length;
    }
}
