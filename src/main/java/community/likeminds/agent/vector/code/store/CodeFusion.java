package community.likeminds.agent.vector.code.store;

import community.likeminds.agent.vector.code.CodeMatch;
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
                    double score = (1 - names) * (WORDS * words + (1 - WORDS) * meaning) + names * match.named();
                    return new CodeMatch(
                            match.project(), match.chunk(), Math.clamp(score, 0, 1), match.words(), match.cosine(), match.coverage(), match.named());
                })
                .sorted(Comparator.comparingDouble(CodeMatch::score).reversed()
                        .thenComparing(match -> match.chunk().path())
                        .thenComparingInt(match -> match.chunk().startLine()))
                .toList();
    }
}
