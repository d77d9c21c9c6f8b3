package community.likeminds.agent.agents.documentation;

import java.util.List;
import java.util.Map;

/**
 * How the score of a passage came about.
 *
 * @param parts what adds up to the score
 * @param terms words of the question that stand in the passage or above it
 * @param bm25 sum of the terms' scores
 * @param bm25Normalised the same as a share of the best candidate's
 * @param cosine of the passage's and the question's vectors; 0 when there is none
 * @param cosineNormalised where it lies between unrelated passages and the best candidate, 0 to 1
 * @param weight share of the words against the vectors, 0 to 1
 * @param reasons why the weight is what it is
 * @param folded near-identical passages that this one stands for, as {@code source/page#number}
 */
public record ScoreExplanation(
        Map<String, Double> parts,
        List<Term> terms,
        double bm25,
        double bm25Normalised,
        double cosine,
        double cosineNormalised,
        double weight,
        List<String> reasons,
        List<String> folded) {

    /**
     * @param word as the index writes it
     * @param fields where it stands: title, headings, symbols, body, path
     * @param bm25 its score over these fields
     */
    public record Term(String word, List<String> fields, double bm25) {}
}
