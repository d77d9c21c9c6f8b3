package community.likeminds.agent.cli.output;

import community.likeminds.agent.agents.documentation.ScoreExplanation;
import community.likeminds.agent.cli.terminal.Style;
import java.io.PrintStream;
import java.util.stream.Collectors;

/** How a score came about, for people. */
public final class ExplanationPrinter {

    private final PrintStream out;
    private final Style style;

    public ExplanationPrinter(PrintStream out, Style style) {
        this.out = out;
        this.style = style;
    }

    public void print(ScoreExplanation explanation) {
        line(explanation.parts().entrySet().stream()
                .map(part -> "%s %.3f".formatted(part.getKey(), part.getValue()))
                .collect(Collectors.joining(" + ")));
        line("words: BM25 %.2f, %.0f %% of the best; cosine %.3f, %.0f %% of the way from unrelated to the best; words count %.0f %%"
                .formatted(
                        explanation.bm25(),
                        100 * explanation.bm25Normalised(),
                        explanation.cosine(),
                        100 * explanation.cosineNormalised(),
                        100 * explanation.weight()));
        explanation.terms().forEach(term ->
                line("  %s: %.2f in %s".formatted(term.word(), term.bm25(), String.join(", ", term.fields()))));
        explanation.reasons().forEach(this::line);
        if (!explanation.folded().isEmpty()) {
            line("Stands also for " + String.join(", ", explanation.folded()) + ".");
        }
    }

    private void line(String text) {
        out.println(style.dim("      " + text));
    }
}
