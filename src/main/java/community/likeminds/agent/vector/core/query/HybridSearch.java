package community.likeminds.agent.vector.core.query;

import community.likeminds.agent.vector.core.Matches;
import community.likeminds.agent.vector.core.Ranking;
import community.likeminds.agent.vector.core.Space;
import community.likeminds.agent.vector.core.StoreQuery;
import community.likeminds.agent.vector.core.StoredEntry;
import community.likeminds.agent.vector.core.indexing.DocumentAnalyzer;
import community.likeminds.agent.vector.core.indexing.EntryFields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Answers a query from an index of words and, when it has a vector, from a {@link DenseLeg}. */
public final class HybridSearch {

    /** Matches from which a list is filled when groups are to differ, so that some are left of every one. */
    private static final int DEPTH = 60;

    private final Space space;
    private final DocumentAnalyzer analyzer;
    private final Synonyms synonyms;
    private final Sample sample = new Sample();
    private final IndexMemory memory = new IndexMemory();

    public HybridSearch(Space space, DocumentAnalyzer analyzer) {
        this.space = space;
        this.analyzer = analyzer;
        this.synonyms = space.prose() ? Synonyms.bundled(analyzer) : Synonyms.NONE;
    }

    /** @param dense null when the query has no vector */
    public Matches search(IndexSearcher searcher, @Nullable DenseLeg dense, StoreQuery query) throws IOException {
        Query filter = EntryFields.filter(query.tenant(), query.filter());
        IndexMemory.State known = memory.of(searcher.getIndexReader());
        Words words = Words.of(query.text(), analyzer, synonyms, searcher, filter, known);
        // What compares vectors alone needs neither the words' candidates nor what unrelated entries are like.
        boolean alone = query.ranking() == Ranking.VECTORS;
        Candidates pool = new Candidates(searcher, new LexicalLeg(searcher, words, space, filter, known), dense);
        List<Candidate> candidates = alone ? pool.nearest(filter, query.limit()) : pool.collect(filter, query.limit());
        double[] unrelated = dense == null || alone ? new double[0] : dense.sample(sample.of(searcher, query));
        Background background = Background.of(unrelated);
        Fusion fusion = new Fusion(words, background, candidates, searcher.getIndexReader(), known);
        Audience audience = query.ranking() == Ranking.ADAPTIVE ? Audience.of(space, searcher, query, known) : Audience.EVERYBODY;
        Map<Candidate, Score> scores = new IdentityHashMap<>();
        List<Candidate> ranked = new ArrayList<>();
        fusion.scores(candidates, query.ranking()).stream().map(audience::weigh).filter(one -> one.total() > 0).sorted(Scored.BEST_FIRST).forEach(one -> {
            scores.put(one.candidate(), one.score());
            ranked.add(one.candidate());
        });
        Duplicates folded = Duplicates.fold(ranked, query.spread() ? Math.max(DEPTH, query.limit()) : query.limit());
        List<Candidate> kept = query.spread() ? Spread.over(folded.kept(), query.limit()) : folded.kept();
        Map<Integer, float[]> vectors = vectors(dense, kept);
        StoredFields fields = searcher.storedFields();
        Explaining explaining = new Explaining(searcher, analyzer, space, words, fusion.weight(), audience);
        List<Matches.Match> matches = new ArrayList<>();
        for (Candidate candidate : kept) {
            Score score = scores.getOrDefault(candidate, Score.NONE);
            StoredEntry stored = EntryFields.stored(fields.document(candidate.document()));
            matches.add(new Matches.Match(
                    stored,
                    Math.clamp(score.total(), 0, 1),
                    candidate.words(),
                    candidate.cosine(),
                    words.coverage(candidate.matched()),
                    vectors.get(candidate.document()),
                    query.explained() ? explaining.explain(candidate, stored.entry(), score, folded.of(candidate)) : null));
        }
        return new Matches(
                matches,
                words.unknownAsWritten(query.text(), analyzer),
                Evidences.of(query.text(), candidates, words, background));
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
