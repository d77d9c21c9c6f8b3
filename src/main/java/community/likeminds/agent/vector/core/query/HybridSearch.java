package community.likeminds.agent.vector.core.query;

import community.likeminds.agent.vector.core.Matches;
import community.likeminds.agent.vector.core.Space;
import community.likeminds.agent.vector.core.StoreQuery;
import community.likeminds.agent.vector.core.indexing.DocumentAnalyzer;
import community.likeminds.agent.vector.core.indexing.EntryFields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Answers a query from an index of words and, when it has a vector, from a {@link DenseLeg}. */
public final class HybridSearch {

    private final Space space;
    private final DocumentAnalyzer analyzer;

    public HybridSearch(Space space, DocumentAnalyzer analyzer) {
        this.space = space;
        this.analyzer = analyzer;
    }

    /** @param dense null when the query has no vector */
    public Matches search(IndexSearcher searcher, @Nullable DenseLeg dense, StoreQuery query) throws IOException {
        Query filter = EntryFields.filter(query.tenant(), query.filter());
        Words words = Words.of(query.text(), analyzer, searcher, filter);
        List<Candidate> candidates =
                new Candidates(searcher, analyzer, dense).collect(words.query(space), words, filter, query.limit());
        Map<Integer, Double> scores = new Fusion(words).scores(candidates, query.ranking());
        List<Candidate> ranked = candidates.stream()
                .filter(candidate -> scores.getOrDefault(candidate.document(), 0.0) > 0)
                .sorted(Comparator.comparingDouble((Candidate candidate) -> scores.getOrDefault(candidate.document(), 0.0))
                        .reversed()
                        .thenComparing(Candidate::page)
                        .thenComparing(candidate -> candidate.stored().number()))
                .toList();
        List<Candidate> best = Duplicates.fold(ranked, query.limit());
        Map<Integer, float[]> vectors = vectors(dense, best);
        List<Matches.Match> matches = best.stream()
                .map(candidate -> new Matches.Match(
                        candidate.stored(),
                        Math.clamp(scores.getOrDefault(candidate.document(), 0.0), 0, 1),
                        candidate.words(),
                        candidate.cosine(),
                        words.coverage(candidate.matched()),
                        vectors.get(candidate.document())))
                .toList();
        return new Matches(matches, words.unknownAsWritten(query.text(), analyzer));
    }

    private static Map<Integer, float[]> vectors(@Nullable DenseLeg dense, List<Candidate> candidates) throws IOException {
        Map<Integer, float[]> vectors = new HashMap<>();
        if (dense == null) {
            return vectors;
        }
        int[] documents = candidates.stream()
                .filter(candidate -> !Double.isNaN(candidate.cosine()))
                .mapToInt(Candidate::document)
                .sorted()
                .toArray();
        List<float @Nullable []> found = new ArrayList<>(dense.vectors(documents));
        for (int i = 0; i < documents.length; i++) {
            float[] vector = found.get(i);
            if (vector != null) {
                vectors.put(documents[i], vector);
            }
        }
        return vectors;
    }
}
