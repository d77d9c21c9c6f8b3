package community.likeminds.agent.vector.docs;

import community.likeminds.agent.processors.docs.Chunk;
import community.likeminds.agent.vector.core.Evidence;
import community.likeminds.agent.vector.core.Explanation;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param passages best first
 * @param unknownWords words of the question, as written, that stand nowhere in what was searched
 * @param evidence what else tells whether the question is answered
 */
public record Found(List<Passage> passages, Set<String> unknownWords, Evidence evidence) {

    public Found {
        passages = List.copyOf(passages);
        unknownWords = Set.copyOf(unknownWords);
    }

    /**
     * @param chunk the passage
     * @param score relevance, 0 to 1; comparable within one search
     * @param words BM25 score
     * @param cosine cosine to the question's vector, or NaN when one of the two has none
     * @param coverage share of the question's words that stand in the passage or above it, weighted by their rarity, 0 to 1
     * @param vector the passage's unit-length vector, not to be changed, or null when there is none
     * @param explanation how the score came about, or null when that was not asked for
     */
    public record Passage(
            Chunk chunk,
            double score,
            double words,
            double cosine,
            double coverage,
            float @Nullable [] vector,
            @Nullable Explanation explanation) {}
}
