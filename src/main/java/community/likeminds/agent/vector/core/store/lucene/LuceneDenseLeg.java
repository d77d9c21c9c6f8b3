package community.likeminds.agent.vector.core.store.lucene;

import community.likeminds.agent.vector.core.indexing.EntryFields;
import community.likeminds.agent.vector.core.query.DenseLeg;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/** The vectors of an index. */
record LuceneDenseLeg(IndexSearcher searcher, String field, float[] asked, SampledVectors sampled) implements DenseLeg {

    @Override
    public int[] nearest(Query filter, int size) throws IOException {
        boolean everything = EntryFields.passesAll(searcher, filter);
        Query nearest = new KnnFloatVectorQuery(field, asked, size, everything ? null : filter);
        return Arrays.stream(searcher.search(nearest, size).scoreDocs)
                .mapToInt(hit -> hit.doc)
                .toArray();
    }

    @Override
    public double[] cosines(int[] documents) throws IOException {
        double[] cosines = new double[documents.length];
        Arrays.fill(cosines, Double.NaN);
        read(documents, (place, vector) -> cosines[place] = VectorUtil.dotProduct(asked, vector));
        return cosines;
    }

    @Override
    public List<float @Nullable []> vectors(int[] documents) throws IOException {
        float[][] vectors = new float[documents.length][];
        read(documents, (place, vector) -> vectors[place] = vector.clone());
        return new ArrayList<>(Arrays.asList(vectors));
    }

    @Override
    public double[] sample(int[] documents) throws IOException {
        float[] @Nullable [] vectors = sampled.of(field, documents, () -> vectors(documents));
        double[] cosines = new double[documents.length];
        for (int i = 0; i < cosines.length; i++) {
            float[] vector = vectors[i];
            cosines[i] = vector == null ? Double.NaN : VectorUtil.dotProduct(asked, vector);
        }
        return cosines;
    }

    /** Takes the vector of the document at a place; the array is used again for the next. */
    private interface Taker {
        void take(int place, float[] vector);
    }

    private void read(int[] documents, Taker taker) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        int next = 0;
        while (next < documents.length) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(documents[next], leaves));
            int end = leaf.docBase + leaf.reader().maxDoc();
            FloatVectorValues values = leaf.reader().getFloatVectorValues(field);
            KnnVectorValues.DocIndexIterator matches = values == null ? null : values.iterator();
            for (; next < documents.length && documents[next] < end; next++) {
                int target = documents[next] - leaf.docBase;
                if (matches != null
                        && (matches.docID() == target || matches.docID() < target && matches.advance(target) == target)) {
                    taker.take(next, values.vectorValue(matches.index()));
                }
            }
        }
    }
}
