package community.likeminds.agent.vector.core.query;

import community.likeminds.agent.shared.Observed;
import community.likeminds.agent.vector.core.indexing.EntryColumns;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Collects what either leg finds and gives every candidate the scores of both. */
final class Candidates {

    /** Candidates of each leg: more found no more on 183 questions over eight SDKs, and every one is looked at. */
    private static final int POOL = 40;

    /** Candidates of the dense leg alone: more than are wanted, as a graph is searched the better the more is asked for. */
    private static final int NEAREST = 20;

    private static final int OVER = 2;

    private static final String LEG = "likeminds.search.leg";

    private final IndexSearcher searcher;
    private final LexicalLeg lexical;
    private final @Nullable DenseLeg dense;

    Candidates(IndexSearcher searcher, LexicalLeg lexical, @Nullable DenseLeg dense) {
        this.searcher = searcher;
        this.lexical = lexical;
        this.dense = dense;
    }

    /** @param limit how many matches are wanted in the end */
    List<Candidate> collect(Query filter, int limit) throws IOException {
        int size = Math.max(POOL, limit);
        IntStream found = Arrays.stream(Observed.work(LEG, "leg", "words", () -> lexical.best(size)));
        if (dense != null) {
            found = IntStream.concat(found, Arrays.stream(Observed.work(LEG, "leg", "meaning", () -> dense.nearest(filter, size))));
        }
        return candidates(found.sorted().distinct().toArray());
    }

    /** What the dense leg alone finds: few, as each is read. */
    List<Candidate> nearest(Query filter, int limit) throws IOException {
        return dense == null
                ? List.of()
                : candidates(Arrays.stream(dense.nearest(filter, Math.max(NEAREST, OVER * limit))).sorted().toArray());
    }

    /** @param documents ascending */
    private List<Candidate> candidates(int[] documents) throws IOException {
        List<LexicalLeg.Standing> standings = lexical.of(documents);
        double[] cosines = new double[documents.length];
        Arrays.fill(cosines, Double.NaN);
        if (dense != null) {
            cosines = dense.cosines(documents);
        }
        List<EntryColumns.Row> rows = EntryColumns.of(searcher.getIndexReader(), documents);
        List<Candidate> candidates = new ArrayList<>(documents.length);
        for (int i = 0; i < documents.length; i++) {
            EntryColumns.Row row = rows.get(i);
            LexicalLeg.Standing standing = standings.get(i);
            candidates.add(new Candidate(
                    documents[i], row.group(), row.number(), standing.score(), cosines[i], standing.matched(), row.vocabulary()));
        }
        return candidates;
    }
}
