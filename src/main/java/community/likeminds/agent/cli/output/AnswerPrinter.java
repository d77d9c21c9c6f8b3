package community.likeminds.agent.cli.output;

import community.likeminds.agent.agents.documentation.Answer;
import community.likeminds.agent.agents.documentation.ContextPassage;
import community.likeminds.agent.cli.terminal.Style;
import java.io.PrintStream;

/** An answer as a person reads it. */
public final class AnswerPrinter {

    private final Printer printer;

    public AnswerPrinter(PrintStream out, Style style) {
        this.printer = new Printer(out, style);
    }

    public void print(Answer answer) {
        answer.notices().forEach(notice -> printer.line(printer.style().yellow(notice)));
        printer.line(answer.abstained() ? printer.style().yellow(answer.answer()) : answer.answer());
        if (!answer.citations().isEmpty()) {
            printer.title(answer.abstained() ? "Nearest passages" : "Citations");
            for (int index = 0; index < answer.citations().size(); index++) {
                printer.line("  [%d] %s %s"
                        .formatted(
                                index + 1,
                                Printer.place(answer.citations().get(index)),
                                printer.style()
                                        .dim("(" + answer.citations().get(index).source() + ")")));
            }
        }
        printer.list("Around it", answer.context().stream().map(AnswerPrinter::around).toList());
        printer.list("Next", answer.nextSteps());
    }

    private static String around(ContextPassage one) {
        return "%s › %s:%d-%d: %s".formatted(one.page(), one.heading(), one.startLine(), one.endLine(), one.reason());
    }
}
