package community.likeminds.agent.vector.code;

import community.likeminds.agent.shared.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * What to look for.
 *
 * @param tenant whose code
 * @param text a question, words or a name
 * @param model model of the vector
 * @param vector unit-length vector of the text, or null to look for words alone
 * @param project only this project, or empty for all
 * @param language only this language, or empty for all
 * @param kind only passages whose first definition is of this kind, or empty for all
 * @param path only files whose path begins like this, {@code *} standing for any characters, or empty for all
 * @param limit most passages, at least 1
 * @param ranking how scores become one
 * @param explained whether passages say how their score came about
 */
public record CodeQuery(
        TenantId tenant,
        String text,
        String model,
        float @Nullable [] vector,
        String project,
        String language,
        String kind,
        String path,
        int limit,
        Ranking ranking,
        boolean explained) {

    /** Of every kind and path, without explanations. */
    public CodeQuery(
            TenantId tenant, String text, String model, float @Nullable [] vector, String project, String language, int limit, Ranking ranking) {
        this(tenant, text, model, vector, project, language, "", "", limit, ranking, false);
    }

    /** How passages are ranked. All but {@link #ADAPTIVE} are there to be compared with. */
    public enum Ranking {
        /** Words, meaning and names together, as the query asks for it. */
        ADAPTIVE,
        /** BM25 alone. */
        WORDS,
        /** Cosine alone. */
        VECTORS,
        /** Reciprocal rank fusion with k = 60 (Cormack et al., SIGIR 2009). */
        RECIPROCAL_RANK
    }
}
