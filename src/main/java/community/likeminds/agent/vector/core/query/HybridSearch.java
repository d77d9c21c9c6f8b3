package community.likeminds.agent.vector.core.query;

import community.likeminds.agent.vector.core.Matches;
import community.likeminds.agent.vector.core.Ranking;
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

    /** Entries that tell how near unrelated ones are. */
    private static final int SAMPLE = 256;

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
        // What compares vectors alone needs neither the words' candidates nor what unrelated entries are like.
        boolean alone = query.ranking() == Ranking.VECTORS;
        Candidates pool = new Candidates(searcher, dense);
        List<Candidate> candidates = alone
                ? pool.nearest(words.query(space), words, filter, query.limit())
                : pool.collect(words.query(space), words, filter, query.limit());
        Background background = Background.of(dense == null || alone ? new double[0] : dense.sample(SAMPLE));
        Fusion fusion = new Fusion(words, background);
        Map<Integer, Score> scores = fusion.scores(candidates, query.ranking());
        List<Candidate> ranked = candidates.stream()
                .filter(candidate -> score(candidate, scores).total() > 0)
                .sorted(Comparator.comparingDouble((Candidate candidate) -> score(candidate, scores).total())
                        .reversed()
                        .thenComparing(Candidate::page)
                        .thenComparing(candidate -> candidate.stored().number()))
                .toList();
        Duplicates folded = Duplicates.fold(ranked, query.limit());
        Map<Integer, float[]> vectors = vectors(dense, folded.kept());
        Explaining explaining = new Explaining(searcher, analyzer, space, words, fusion.weight());
        List<Matches.Match> matches = new ArrayList<>();
        for (Candidate candidate : folded.kept()) {
            Score score = score(candidate, scores);
            matches.add(new Matches.Match(
                    candidate.stored(),
                    Math.clamp(score.total(), 0, 1),
                    candidate.words(),
                    candidate.cosine(),
                    words.coverage(candidate.matched()),
                    vectors.get(candidate.document()),
                    query.explained() ? explaining.explain(candidate, score, folded.of(candidate)) : null));
        }
        return new Matches(
                matches,
                words.unknownAsWritten(query.text(), analyzer),
                Evidences.of(query.text(), candidates, words, background));
    }

    private static Score score(Candidate candidate, Map<Integer, Score> scores) {
        return scores.getOrDefault(candidate.document(), Score.NONE);
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
