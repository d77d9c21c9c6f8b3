package community.likeminds.agent.vector.docs.lucene;

import community.likeminds.agent.processors.docs.Chunk;
import community.likeminds.agent.vector.docs.VectorQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/** Collects what either leg finds and gives every candidate the scores of both. */
final class Candidates {

    /** Candidates of each leg. */
    private static final int POOL = 100;

    private final IndexSearcher searcher;
    private final DocumentAnalyzer analyzer;
    private final VectorQuery query;

    Candidates(IndexSearcher searcher, DocumentAnalyzer analyzer, VectorQuery query) {
        this.searcher = searcher;
        this.analyzer = analyzer;
        this.query = query;
    }

    List<Candidate> collect(Words words) throws IOException {
        Query filter = filter();
        Query lexical = words.query();
        TreeSet<Integer> pool = new TreeSet<>();
        Query filtered = new BooleanQuery.Builder()
                .add(lexical, Occur.MUST)
                .add(filter, Occur.FILTER)
                .build();
        int size = Math.max(POOL, 2 * query.limit());
        for (ScoreDoc hit : searcher.search(filtered, size).scoreDocs) {
            pool.add(hit.doc);
        }
        float[] vector = query.vector();
        if (vector != null) {
            String field = DocumentFields.vector(query.model());
            Query nearest = new KnnFloatVectorQuery(field, vector, size, filter);
            for (ScoreDoc hit : searcher.search(nearest, size).scoreDocs) {
                pool.add(hit.doc);
            }
        }
        int[] documents = pool.stream().mapToInt(Integer::intValue).toArray();
        double[] bm25 = wordScores(lexical, documents);
        List<float @Nullable []> vectors = vectors(documents);
        List<Candidate> candidates = new ArrayList<>(documents.length);
        for (int i = 0; i < documents.length; i++) {
            candidates.add(candidate(documents[i], words, bm25[i], vectors.get(i)));
        }
        return candidates;
    }

    private Candidate candidate(int number, Words words, double bm25, float @Nullable [] own) throws IOException {
        Document stored = searcher.storedFields().document(number);
        Chunk chunk = DocumentFields.chunk(stored);
        Set<String> vocabulary = vocabulary(chunk.text());
        Set<String> matched = vocabulary(chunk.title() + "\n" + chunk.page() + "\n" + String.join("\n", chunk.headings()));
        matched.addAll(vocabulary);
        matched.retainAll(words.weights().keySet());
        float[] asked = query.vector();
        double cosine = asked == null || own == null ? Double.NaN : VectorUtil.dotProduct(asked, own);
        return new Candidate(number, chunk, bm25, cosine, own, matched, vocabulary);
    }

    private Set<String> vocabulary(String text) {
        Set<String> vocabulary = new HashSet<>();
        analyzer.tokens(text).forEach(token -> vocabulary.add(token.text()));
        return vocabulary;
    }

    /** Which passages may be found at all. */
    Query filter() {
        BooleanQuery.Builder filter = new BooleanQuery.Builder();
        filter.add(new TermQuery(new Term(DocumentFields.TENANT, query.tenant().value())), Occur.FILTER);
        if (!query.source().isEmpty()) {
            filter.add(new TermQuery(new Term(DocumentFields.SOURCE, query.source())), Occur.FILTER);
        }
        if (!query.platforms().isEmpty()) {
            List<BytesRef> platforms = new ArrayList<>(List.of(new BytesRef("")));
            query.platforms().forEach(platform -> platforms.add(new BytesRef(platform)));
            filter.add(new TermInSetQuery(DocumentFields.PLATFORM, platforms), Occur.FILTER);
        }
        return filter.build();
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

    /** The vectors of documents in ascending order, null for those without one. */
    private List<float @Nullable []> vectors(int[] documents) throws IOException {
        List<float @Nullable []> vectors = new ArrayList<>(documents.length);
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        int next = 0;
        while (next < documents.length) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(documents[next], leaves));
            int end = leaf.docBase + leaf.reader().maxDoc();
            FloatVectorValues values = query.vector() == null
                    ? null
                    : leaf.reader().getFloatVectorValues(DocumentFields.vector(query.model()));
            KnnVectorValues.DocIndexIterator matches = values == null ? null : values.iterator();
            for (; next < documents.length && documents[next] < end; next++) {
                int target = documents[next] - leaf.docBase;
                boolean there = matches != null
                        && (matches.docID() == target || matches.docID() < target && matches.advance(target) == target);
                vectors.add(there && values != null && matches != null ? values.vectorValue(matches.index()).clone() : null);
            }
        }
        return vectors;
    }
}
