package community.likeminds.agent.vector.core.query;

import community.likeminds.agent.shared.Observed;
import community.likeminds.agent.vector.core.indexing.EntryColumns;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** Collects what either leg finds and gives every candidate the scores of both. */
final class Candidates {

    /** Candidates of each leg. */
    private static final int POOL = 100;

    /** Candidates of the dense leg alone: more than are wanted, as a graph is searched the better the more is asked for. */
    private static final int NEAREST = 20;

    private static final int OVER = 2;

    private static final String LEG = "likeminds.search.leg";

    private final IndexSearcher searcher;
    private final @Nullable DenseLeg dense;

    Candidates(IndexSearcher searcher, @Nullable DenseLeg dense) {
        this.searcher = searcher;
        this.dense = dense;
    }

    /**
     * @param lexical the query of the lexical leg
     * @param limit how many matches are wanted in the end
     */
    List<Candidate> collect(Query lexical, Words words, Query filter, int limit) throws IOException {
        TreeSet<Integer> pool = new TreeSet<>();
        Query filtered = new BooleanQuery.Builder()
                .add(lexical, Occur.MUST)
                .add(filter, Occur.FILTER)
                .build();
        int size = Math.max(POOL, 2 * limit);
        for (ScoreDoc hit : Observed.work(LEG, "leg", "words", () -> searcher.search(filtered, size)).scoreDocs) {
            pool.add(hit.doc);
        }
        if (dense != null) {
            for (int document : Observed.work(LEG, "leg", "meaning", () -> dense.nearest(filter, size))) {
                pool.add(document);
            }
        }
        int[] documents = pool.stream().mapToInt(Integer::intValue).toArray();
        double[] bm25 = wordScores(lexical, documents);
        double[] cosines = new double[documents.length];
        Arrays.fill(cosines, Double.NaN);
        if (dense != null) {
            cosines = dense.cosines(documents);
        }
        return candidates(documents, words, bm25, cosines);
    }

    /**
     * What the dense leg alone finds: few, as each is read.
     *
     * @param lexical what gives them their scores by words
     */
    List<Candidate> nearest(Query lexical, Words words, Query filter, int limit) throws IOException {
        if (dense == null) {
            return List.of();
        }
        int[] documents = dense.nearest(filter, Math.max(NEAREST, OVER * limit));
        Arrays.sort(documents);
        double[] bm25 = wordScores(lexical, documents);
        double[] cosines = dense.cosines(documents);
        return candidates(documents, words, bm25, cosines);
    }

    private List<Candidate> candidates(int[] documents, Words words, double[] bm25, double[] cosines) throws IOException {
        List<Set<String>> matched = MatchedWords.of(searcher, words.weights().keySet(), documents);
        List<EntryColumns.Row> rows = EntryColumns.of(searcher.getIndexReader(), documents);
        List<Candidate> candidates = new ArrayList<>(documents.length);
        for (int i = 0; i < documents.length; i++) {
            EntryColumns.Row row = rows.get(i);
            candidates.add(new Candidate(
                    documents[i], row.group(), row.number(), bm25[i], cosines[i], matched.get(i), row.vocabulary()));
        }
        return candidates;
    }

    /** BM25 of documents in ascending order, also of those that the lexical leg left out. */
    private double[] wordScores(Query lexical, int[] documents) throws IOException {
        double[] scores = new double[documents.length];
        Weight weight = searcher.createWeight(searcher.rewrite(lexical), ScoreMode.COMPLETE, 1);
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        int next = 0;
        while (next < documents.length) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(documents[next], leaves));
            int end = leaf.docBase + leaf.reader().maxDoc();
            Scorer scorer = weight.scorer(leaf);
            DocIdSetIterator matches = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
            for (; next < documents.length && documents[next] < end; next++) {
                int target = documents[next] - leaf.docBase;
                if (scorer != null && (matches.docID() == target || matches.docID() < target && matches.advance(target) == target)) {
                    scores[next] = scorer.score();
                }
            }
        }
        return scores;
    }
}
