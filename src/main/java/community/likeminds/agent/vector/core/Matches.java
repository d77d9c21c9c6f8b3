package community.likeminds.agent.vector.core;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param matches best first
 * @param unknownWords words of the question, as written, that stand nowhere in what was searched
 * @param evidence what else tells whether the question is answered
 */
public record Matches(List<Match> matches, Set<String> unknownWords, Evidence evidence) {

    public static final Matches NONE = new Matches(List.of(), Set.of(), Evidence.NONE);

    public Matches {
        matches = List.copyOf(matches);
        unknownWords = Set.copyOf(unknownWords);
    }

    /**
     * @param stored the entry
     * @param score relevance, 0 to 1; comparable within one search
     * @param words BM25 score
     * @param cosine cosine to the question's vector, or NaN when one of the two has none
     * @param coverage share of the question's words that stand in the entry or above it, weighted by their rarity, 0 to 1
     * @param vector the entry's unit-length vector, not to be changed, or null when there is none
     * @param explanation how the score came about, or null when that was not asked for
     */
    public record Match(
            StoredEntry stored,
            double score,
            double words,
            double cosine,
            double coverage,
            float @Nullable [] vector,
            @Nullable Explanation explanation) {}
}
