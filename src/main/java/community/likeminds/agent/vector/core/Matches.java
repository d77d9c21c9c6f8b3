package community.likeminds.agent.vector.core;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param matches best first
 * @param unknownWords words of the question, as written, that stand nowhere in what was searched
 */
public record Matches(List<Match> matches, Set<String> unknownWords) {

    public static final Matches NONE = new Matches(List.of(), Set.of());

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
     */
    public record Match(
            StoredEntry stored, double score, double words, double cosine, double coverage, float @Nullable [] vector) {}
}
