package community.likeminds.agent.cli.output;

import community.likeminds.agent.cli.terminal.Style;
import community.likeminds.agent.processors.docs.Citation;
import java.io.PrintStream;
import java.util.List;

/** The small parts that printed results are made of. */
final class Printer {

    private final PrintStream out;
    private final Style style;

    Printer(PrintStream out, Style style) {
        this.out = out;
        this.style = style;
    }

    Style style() {
        return style;
    }

    void line(String text) {
        out.println(text);
    }

    void title(String text) {
        out.println();
        out.println(style.bold(text));
    }

    /** A titled list; nothing at all when it is empty. */
    void list(String title, List<String> entries) {
        if (entries.isEmpty()) {
            return;
        }
        title(title);
        for (String entry : entries) {
            out.println("  • " + entry);
        }
    }

    /** Where something comes from: page, heading and lines. */
    static String place(Citation citation) {
        String lines = citation.startLine() == citation.endLine()
                ? ":" + citation.startLine()
                : ":" + citation.startLine() + "-" + citation.endLine();
        return citation.page() + (citation.heading().isEmpty() ? "" : " › " + citation.heading()) + lines;
    }
}
