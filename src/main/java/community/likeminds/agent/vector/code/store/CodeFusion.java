package community.likeminds.agent.vector.code.store;

import community.likeminds.agent.vector.code.CodeMatch;
import community.likeminds.agent.vector.core.Explanation;
import community.likeminds.agent.vector.core.Explanation.Part;
import java.util.Comparator;
import java.util.List;

/** Makes one score of words, meaning and names: a convex combination of normalised scores (Bruch, Gai and Ingber, TOIS 2023). */
final class CodeFusion {

    /** Share of words against meaning, and of names against both; flat around these values on halves of a set of 2,000 methods. */
    private static final double WORDS = 0.55;

    private static final double NAMES = 0.15;

    /** For a query that is a name. */
    private static final double NAMES_OF_IDENTIFIER = 0.6;

    private CodeFusion() {}

    static List<CodeMatch> rank(List<CodeMatch> found, NamedIn query) {
        double most = found.stream().mapToDouble(CodeMatch::words).max().orElse(0);
        double nearest = found.stream().mapToDouble(CodeMatch::cosine).filter(cosine -> !Double.isNaN(cosine)).max().orElse(1);
        double farthest = found.stream().mapToDouble(CodeMatch::cosine).filter(cosine -> !Double.isNaN(cosine)).min().orElse(0);
        double names = query.identifier() ? NAMES_OF_IDENTIFIER : NAMES;
        return found.stream()
                .map(match -> {
                    double words = most <= 0 ? 0 : match.words() / most;
                    // A passage whose vector is still to be made is judged by its words.
                    double meaning = Double.isNaN(match.cosine()) || nearest <= farthest
                            ? words
                            : (match.cosine() - farthest) / (nearest - farthest);
                    double byWords = (1 - names) * WORDS * words;
                    double byMeaning = (1 - names) * (1 - WORDS) * meaning;
                    double byName = names * match.named();
                    Explanation explanation = match.explanation() == null
                            ? null
                            : explanation(match.explanation(), List.of(part("words", byWords), part("meaning", byMeaning), part("names", byName)), words, meaning);
                    return new CodeMatch(
                            match.project(),
                            match.chunk(),
                            Math.clamp(byWords + byMeaning + byName, 0, 1),
                            match.words(),
                            match.cosine(),
                            match.coverage(),
                            match.named(),
                            explanation);
                })
                .sorted(Comparator.comparingDouble(CodeMatch::score).reversed()
                        .thenComparing(match -> match.chunk().path())
                        .thenComparingInt(match -> match.chunk().startLine()))
                .toList();
    }

    private static Part part(String name, double value) {
        return new Part(name, value);
    }

    private static Explanation explanation(Explanation found, List<Part> parts, double words, double meaning) {
        return new Explanation(
                parts,
                found.terms(),
                found.words(),
                words,
                found.cosine(),
                meaning,
                WORDS,
                List.of("Code counts words, meaning and how well the query names what the passage defines."),
                found.folded());
    }
}
