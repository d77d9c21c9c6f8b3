package community.likeminds.agent.vector.core.query;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Finds by meaning, for one question. Documents are numbers of the searcher in whose company it is used. */
public interface DenseLeg {

    /** The nearest documents among those that pass a filter, at most {@code size}, in no order. */
    int[] nearest(Query filter, int size) throws IOException;

    /**
     * Cosines to the question, NaN for documents without a vector.
     *
     * @param documents ascending
     */
    double[] cosines(int[] documents) throws IOException;

    /**
     * Unit-length vectors, null for documents without one.
     *
     * @param documents ascending
     */
    List<float @Nullable []> vectors(int[] documents) throws IOException;

    /**
     * Cosines to the question of documents that are asked for with every question, NaN for those without a vector.
     *
     * @param documents ascending
     */
    default double[] sample(int[] documents) throws IOException {
        return cosines(documents);
    }
}
