package community.likeminds.agent.vector.core;

import community.likeminds.agent.shared.TenantId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to look for in a store.
 *
 * @param tenant whose entries
 * @param text the question or words
 * @param model model of the vector
 * @param vector unit-length vector of the question, or null to look for words alone
 * @param filter which entries may be found
 * @param limit most entries, at least 1
 * @param ranking how scores of words and vectors become one
 * @param explained whether matches say how their score came about
 * @param spread whether the list is filled with as few entries of each group as it takes, rather than with the best ones
 */
public record StoreQuery(
        TenantId tenant,
        String text,
        String model,
        float @Nullable [] vector,
        Filter filter,
        int limit,
        Ranking ranking,
        boolean explained,
        boolean spread) {

    /** Without explanations, the best entries. */
    public StoreQuery(
            TenantId tenant,
            String text,
            String model,
            float @Nullable [] vector,
            Filter filter,
            int limit,
            Ranking ranking) {
        this(tenant, text, model, vector, filter, limit, ranking, false, false);
    }

    /**
     * What an entry must have to be found.
     *
     * @param sources only these sources, or empty for all
     * @param facets for each facet the values of which an entry must have one; entries whose value is empty pass, and so does
     *     everything when the set is empty
     * @param groups how the names of groups begin, {@code *} standing for any characters, or empty for all
     */
    public record Filter(Set<String> sources, Map<String, Set<String>> facets, String groups) {

        /** Lets everything pass. */
        public static final Filter ALL = new Filter(Set.of(), Map.of());

        /** Of groups of any name. */
        public Filter(Set<String> sources, Map<String, Set<String>> facets) {
            this(sources, facets, "");
        }

        public Filter {
            sources = Set.copyOf(sources);
            facets = Map.copyOf(facets);
        }
    }
}
