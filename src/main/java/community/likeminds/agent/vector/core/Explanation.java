package community.likeminds.agent.vector.core;

import java.util.List;

/**
 * How a score came about.
 *
 * @param parts what adds up to the score, in the order of their making
 * @param terms what the score of the words is made of
 * @param words BM25 score, the sum of the terms
 * @param wordsNormalised the same as a share of the best candidate's
 * @param cosine cosine to the question's vector, or NaN when there is none
 * @param cosineNormalised where it lies between unrelated entries and the best candidate, 0 to 1
 * @param weight share of the words against the vectors, 0 to 1
 * @param reasons why the weight is what it is, plain sentences
 * @param folded near-identical entries that this one stands for, as {@code source/page#number}
 */
public record Explanation(
        List<Part> parts,
        List<Term> terms,
        double words,
        double wordsNormalised,
        double cosine,
        double cosineNormalised,
        double weight,
        List<String> reasons,
        List<String> folded) {

    public Explanation {
        parts = List.copyOf(parts);
        terms = List.copyOf(terms);
        reasons = List.copyOf(reasons);
        folded = List.copyOf(folded);
    }

    /** A summand of the score. */
    public record Part(String name, double value) {}

    /**
     * A word of the question that stands in the entry.
     *
     * @param word as the index writes it
     * @param fields where it stands
     * @param score its BM25 score over these fields
     */
    public record Term(String word, List<SearchField> fields, double score) {
        public Term {
            fields = List.copyOf(fields);
        }
    }
}
