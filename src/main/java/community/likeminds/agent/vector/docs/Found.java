package community.likeminds.agent.vector.docs;

import community.likeminds.agent.processors.docs.Chunk;
import java.util.List;
import java.util.Set;

/**
 * What a search found.
 *
 * @param passages best first
 * @param unknownWords words of the question that stand nowhere in what was searched, as the index writes them
 */
public record Found(List<Passage> passages, Set<String> unknownWords) {

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
     */
    public record Passage(Chunk chunk, double score, double words, double cosine, double coverage) {}
}
