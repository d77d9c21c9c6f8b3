package community.likeminds.agent.vector.docs.lucene;

import community.likeminds.agent.processors.docs.Chunk;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A passage that one of the legs found, with the scores of both.
 *
 * @param document number within the searcher
 * @param chunk the passage
 * @param words BM25 score; 0 when no word of the question stands in it
 * @param cosine cosine to the question's vector; NaN when there is none
 * @param vector its own vector, or null
 * @param matched the question's words that stand in it or above it
 * @param vocabulary its own words
 */
record Candidate(
        int document,
        Chunk chunk,
        double words,
        double cosine,
        float @Nullable [] vector,
        Set<String> matched,
        Set<String> vocabulary) {

    String page() {
        return chunk.source() + "\u0000" + chunk.page();
    }
}
