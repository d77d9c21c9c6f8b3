package community.likeminds.agent.vector.code;

import community.likeminds.agent.processors.code.CodeChunk;
import community.likeminds.agent.vector.core.Explanation;
import org.jspecify.annotations.Nullable;

/**
 * A passage that was found, and why.
 *
 * @param project name of the project
 * @param chunk the passage
 * @param score relevance, 0 to 1; comparable within one search
 * @param words BM25 score
 * @param cosine cosine to the query's vector, or NaN when one of the two has none
 * @param coverage share of the query's words that stand in the passage, weighted by their rarity, 0 to 1
 * @param named how well the query names what the passage defines, 0 to 1
 * @param explanation how the score came about, or null when that was not asked for
 */
public record CodeMatch(
        String project,
        CodeChunk chunk,
        double score,
        double words,
        double cosine,
        double coverage,
        double named,
        @Nullable Explanation explanation) {}
