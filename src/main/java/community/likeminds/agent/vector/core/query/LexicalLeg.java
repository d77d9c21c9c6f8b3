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
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.Weight;

/** Finds by words, for one question. Each word is looked up in the index once, for what it finds and for what was found in other ways. */
final class LexicalLeg {

    /** Hits from which on it is enough to know the best. */
    private static final int COUNTED = 1;

    private final IndexSearcher searcher;
    private final Map<String, Weight> words = new LinkedHashMap<>();
    private final Weight all;

    /**
     * @param filter that whatever is found passes
     * @param known what was learnt of this state of the index
     */
    LexicalLeg(IndexSearcher searcher, Words words, Space space, Query filter, IndexMemory.State known) throws IOException {
        this.searcher = searcher;
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (Map.Entry<String, Query> word : words.queries(space).entrySet()) {
            Weight weight = known.weight(searcher, word.getValue());
            this.words.put(word.getKey(), weight);
            any.add(new WeighedQuery(weight), Occur.SHOULD);
        }
        Query filtered = EntryFields.passesAll(searcher, filter)
                ? any.build()
                : new BooleanQuery.Builder().add(any.build(), Occur.MUST).add(filter, Occur.FILTER).build();
        this.all = searcher.createWeight(searcher.rewrite(filtered), ScoreMode.TOP_SCORES, 1);
    }

    /** The best documents, at most {@code size}, in no order. */
    int[] best(int size) throws IOException {
        TopScoreDocCollector collector = new TopScoreDocCollectorManager(size, COUNTED).newCollector();
        collector.setWeight(all);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            try {
                LeafCollector collecting = collector.getLeafCollector(leaf);
                BulkScorer scorer = all.bulkScorer(leaf);
                if (scorer != null) {
                    scorer.score(collecting, leaf.reader().getLiveDocs(), 0, DocIdSetIterator.NO_MORE_DOCS);
                }
            } catch (CollectionTerminatedException enough) {
                // The collector's way to say that this segment has nothing better.
                continue;
            }
        }
        ScoreDoc[] hits = collector.topDocs().scoreDocs;
        int[] documents = new int[hits.length];
        for (int i = 0; i < hits.length; i++) {
            documents[i] = hits[i].doc;
        }
        return documents;
    }

    /**
     * What the words say of a document.
     *
     * @param score BM25, 0 where no word stands
     * @param matched the words that stand in it or above it
     */
    record Standing(double score, Set<String> matched) {}

    /** @param documents ascending */
    List<Standing> of(int[] documents) throws IOException {
        double[] scores = new double[documents.length];
        List<Set<String>> matched = new ArrayList<>(documents.length);
        for (int i = 0; i < documents.length; i++) {
            matched.add(new HashSet<>());
        }
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        int from = 0;
        while (from < documents.length) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(documents[from], leaves));
            int to = from;
            while (to < documents.length && documents[to] < leaf.docBase + leaf.reader().maxDoc()) {
                to++;
            }
            for (Map.Entry<String, Weight> word : words.entrySet()) {
                Scorer scorer = word.getValue().scorer(leaf);
                if (scorer == null) {
                    continue;
                }
                DocIdSetIterator matches = scorer.iterator();
                for (int i = from; i < to && matches.docID() != DocIdSetIterator.NO_MORE_DOCS; i++) {
                    int target = documents[i] - leaf.docBase;
                    if (matches.docID() == target || matches.docID() < target && matches.advance(target) == target) {
                        scores[i] += scorer.score();
                        matched.get(i).add(word.getKey());
                    }
                }
            }
            from = to;
        }
        List<Standing> standings = new ArrayList<>(documents.length);
        for (int i = 0; i < documents.length; i++) {
            standings.add(new Standing(scores[i], matched.get(i)));
        }
        return standings;
    }
}
