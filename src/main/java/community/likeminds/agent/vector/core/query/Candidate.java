package community.likeminds.agent.vector.core.query;

import community.likeminds.agent.vector.core.indexing.Vocabulary;
import java.util.Set;

/**
 * An entry that one of the legs found, with the scores of both.
 *
 * @param document number within the searcher
 * @param page its source and group
 * @param number its place within the group
 * @param words BM25 score; 0 when no word of the question stands in it
 * @param cosine cosine to the question's vector; NaN when there is none
 * @param matched the question's words that stand in it or above it
 * @param vocabulary its own words
 */
record Candidate(
        int document, String page, int number, double words, double cosine, Set<String> matched, Vocabulary vocabulary) {}
