package community.likeminds.agent.cli.output;

import community.likeminds.agent.agents.documentation.ContextPassage;
import community.likeminds.agent.cli.terminal.Style;
import java.io.PrintStream;
import java.util.List;

/** What helps to understand a passage, for people. */
public final class ContextPrinter {

    private static final int LINES = 4;

    private final PrintStream out;
    private final Style style;

    public ContextPrinter(PrintStream out, Style style) {
        this.out = out;
        this.style = style;
    }

    public void print(List<ContextPassage> context) {
        for (ContextPassage one : context) {
            out.println("    + " + one.reason());
            out.println("      " + style.bold("%s › %s:%d-%d".formatted(one.page(), one.heading(), one.startLine(), one.endLine()))
                    + style.dim(" (" + one.source() + ")"));
            one.text().lines().filter(line -> !line.isBlank()).limit(LINES).forEach(line -> out.println(style.dim("      | " + line)));
            if (!one.alternatives().isEmpty()) {
                out.println("      Instead of it: " + String.join(", ", one.alternatives()) + ".");
            }
        }
    }
}
