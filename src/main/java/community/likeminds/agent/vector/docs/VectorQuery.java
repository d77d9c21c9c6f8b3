package community.likeminds.agent.vector.docs;

import community.likeminds.agent.shared.TenantId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to look for.
 *
 * @param tenant whose passages
 * @param text the question or words
 * @param model model of the vector
 * @param vector unit-length vector of the question, or null to look for words alone
 * @param source only this source, or empty for all
 * @param facets for each {@link Facet} the values of which a passage has one; passages that name none pass, and an empty set lets
 *     everything pass
 * @param limit most passages, at least 1
 * @param ranking how scores of words and vectors become one
 * @param explained whether passages say how their score came about
 * @param overPages whether the list is filled with as few passages of each page as it takes, rather than with the best ones
 */
public record VectorQuery(
        TenantId tenant,
        String text,
        String model,
        float @Nullable [] vector,
        String source,
        Map<Facet, Set<String>> facets,
        int limit,
        Ranking ranking,
        boolean explained,
        boolean overPages) {

    public VectorQuery {
        facets = Map.copyOf(facets);
    }

    /** @param platforms only these platforms and passages for none, or empty for all */
    public VectorQuery(
            TenantId tenant,
            String text,
            String model,
            float @Nullable [] vector,
            String source,
            Set<String> platforms,
            int limit,
            Ranking ranking) {
        this(tenant, text, model, vector, source, Map.of(Facet.PLATFORM, platforms), limit, ranking, false, false);
    }

    /** What passages can be filtered by. */
    public enum Facet {
        PLATFORM,
        LANGUAGE,
        VERSION,
        /** {@link community.likeminds.agent.processors.docs.PageFacts.Kind}, in capitals. */
        KIND,
        SDK
    }

    /** How passages are ranked. All but {@link #ADAPTIVE} are there to be compared with. */
    public enum Ranking {
        /** A convex combination of normalised scores, with a weight that the query decides. */
        ADAPTIVE,
        /** BM25 alone. */
        WORDS,
        /** Cosine alone. */
        VECTORS,
        /** Reciprocal rank fusion with k = 60 (Cormack et al., SIGIR 2009). */
        RECIPROCAL_RANK
    }

    /** The same question, ranked in another way. */
    public VectorQuery withRanking(Ranking other) {
        return new VectorQuery(tenant, text, model, vector, source, facets, limit, other, explained, overPages);
    }

    /** The same question, answered with more or fewer passages. */
    public VectorQuery withLimit(int other) {
        return new VectorQuery(tenant, text, model, vector, source, facets, other, ranking, explained, overPages);
    }

    /** The same question over passages that have one of some values, or none. */
    public VectorQuery with(Facet facet, Set<String> values) {
        Map<Facet, Set<String>> more = new EnumMap<>(Facet.class);
        more.putAll(facets);
        more.put(facet, Set.copyOf(values));
        return new VectorQuery(tenant, text, model, vector, source, more, limit, ranking, explained, overPages);
    }

    /** The same question, with explanations. */
    public VectorQuery withExplanations() {
        return new VectorQuery(tenant, text, model, vector, source, facets, limit, ranking, true, overPages);
    }

    /** The same question, answered from as many pages as there are. */
    public VectorQuery spreadOverPages() {
        return new VectorQuery(tenant, text, model, vector, source, facets, limit, ranking, explained, true);
    }
}
