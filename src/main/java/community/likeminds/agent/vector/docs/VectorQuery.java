package community.likeminds.agent.vector.docs;

import community.likeminds.agent.shared.TenantId;
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
 * @param platforms only these platforms and passages for none, or empty for all
 * @param limit most passages, at least 1
 * @param ranking how scores of words and vectors become one
 */
public record VectorQuery(
        TenantId tenant,
        String text,
        String model,
        float @Nullable [] vector,
        String source,
        Set<String> platforms,
        int limit,
        Ranking ranking) {

    public VectorQuery {
        platforms = Set.copyOf(platforms);
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

    public VectorQuery withRanking(Ranking other) {
        return new VectorQuery(tenant, text, model, vector, source, platforms, limit, other);
    }
}
