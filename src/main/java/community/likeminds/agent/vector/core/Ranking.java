package community.likeminds.agent.vector.core;

/** How what was found is ranked. All but {@link #ADAPTIVE} are there to be compared with. */
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
