package community.likeminds.agent.agents.documentation;

import community.likeminds.agent.vector.core.Explanation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /** In the words of this module's users; null when there is none. */
    public static @Nullable ScoreExplanation of(@Nullable Explanation explanation) {
        if (explanation == null) {
            return null;
        }
        Map<String, Double> parts = new LinkedHashMap<>();
        explanation.parts().forEach(part -> parts.put(part.name(), part.value()));
        return new ScoreExplanation(
                parts,
                explanation.terms().stream().map(Term::of).toList(),
                explanation.words(),
                explanation.wordsNormalised(),
                Double.isNaN(explanation.cosine()) ? 0 : explanation.cosine(),
                explanation.cosineNormalised(),
                explanation.weight(),
                explanation.reasons(),
                explanation.folded());
    }

    /**
     * @param word as the index writes it
     * @param fields where it stands: title, headings, symbols, body, path
     * @param bm25 its score over these fields
     */
    public record Term(String word, List<String> fields, double bm25) {

        private static Term of(Explanation.Term term) {
            return new Term(
                    term.word(),
                    term.fields().stream().map(field -> field.name().toLowerCase(Locale.ROOT)).toList(),
                    term.score());
        }
    }
}
