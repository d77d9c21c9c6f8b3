package community.likeminds.agent.cli.output;

import community.likeminds.agent.agents.documentation.DocumentationSnapshots.Result;
import community.likeminds.agent.cli.terminal.Style;
import java.io.PrintStream;
import java.nio.file.Path;

/** What a snapshot took or gave back, in one line for a person or for a machine. */
public final class SnapshotPrinter {

    private final PrintStream out;
    private final Style style;
    private final boolean json;

    public SnapshotPrinter(PrintStream out, Style style, boolean json) {
        this.out = out;
        this.style = style;
        this.json = json;
    }

    public void saved(Path file, Result result) {
        print(file + " holds " + String.join(", ", result.sources()), result);
    }

    public void restored(Result result) {
        print(String.join(", ", result.sources()) + " restored", result);
    }

    private void print(String what, Result result) {
        if (json) {
            out.println(Json.line(result));
        } else {
            out.printf("%s %s: %,d passages, %,d vectors.%n", style.green("✓"), what, result.passages(), result.vectors());
        }
    }
}
