package community.likeminds.agent.cli.output;

import community.likeminds.agent.agents.coding.PlannedStep;
import community.likeminds.agent.cli.terminal.Style;
import java.io.PrintStream;

/** One step of a plan with its diff and the passage that asks for it. */
public final class StepPrinter {

    private final Printer printer;

    public StepPrinter(PrintStream out, Style style) {
        this.printer = new Printer(out, style);
    }

    public void print(PlannedStep step, String diff) {
        Style style = printer.style();
        printer.title(step.id() + ". " + step.title());
        if (!step.why().isEmpty()) {
            printer.line(style.dim(step.why()));
        }
        for (int i = 0; i < step.citations().size(); i++) {
            printer.line(style.cyan(Printer.place(step.citations().get(i))));
            String quote = i < step.quotes().size() ? step.quotes().get(i) : "";
            quote.lines().forEach(line -> printer.line(style.dim("  | " + line)));
        }
        diff.lines().forEach(line -> printer.line(coloured(style, line)));
    }

    static String coloured(Style style, String line) {
        return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
            case '+' -> style.green(line);
            case '-' -> style.red(line);
            case '@' -> style.cyan(line);
            default -> line;
        };
    }
}
