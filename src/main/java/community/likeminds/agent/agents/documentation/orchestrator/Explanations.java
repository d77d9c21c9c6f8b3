package community.likeminds.agent.agents.documentation.orchestrator;

import community.likeminds.agent.agents.documentation.ScoreExplanation;
import community.likeminds.agent.vector.core.Explanation;
import community.likeminds.agent.vector.docs.Found;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says in the words of this module's users how a score came about. */
final class Explanations {

    private Explanations() {}

    static @Nullable ScoreExplanation of(Found.Passage passage) {
        Explanation explanation = passage.explanation();
        if (explanation == null) {
            return null;
        }
        Map<String, Double> parts = new LinkedHashMap<>();
        explanation.parts().forEach(part -> parts.put(part.name(), part.value()));
        return new ScoreExplanation(
                parts,
                explanation.terms().stream().map(Explanations::term).toList(),
                explanation.words(),
                explanation.wordsNormalised(),
                Double.isNaN(explanation.cosine()) ? 0 : explanation.cosine(),
                explanation.cosineNormalised(),
                explanation.weight(),
                explanation.reasons(),
                explanation.folded());
    }

    private static ScoreExplanation.Term term(Explanation.Term term) {
        return new ScoreExplanation.Term(
                term.word(),
                term.fields().stream().map(field -> field.name().toLowerCase(Locale.ROOT)).toList(),
                term.score());
    }
}
