package community.likeminds.agent.cli.output;

import community.likeminds.agent.agents.documentation.FindingKind;
import community.likeminds.agent.agents.documentation.Review;
import community.likeminds.agent.agents.documentation.Review.Finding;
import community.likeminds.agent.agents.documentation.Review.Level;
import community.likeminds.agent.cli.terminal.Style;
import java.io.PrintStream;
import java.util.List;

/** Prints what a check of documentation found: by page and line, then a table by kind. */
public final class ReviewPrinter {

    private final Printer printer;
    private final Style style;

    public ReviewPrinter(PrintStream out, Style style) {
        this.printer = new Printer(out, style);
        this.style = style;
    }

    public void print(Review review) {
        String page = "";
        for (Finding finding : review.findings()) {
            if (!finding.page().equals(page)) {
                page = finding.page();
                printer.title(page);
            }
            finding(finding);
        }
        if (!review.findings().isEmpty()) {
            table(review);
        }
        printer.list("Not checked", review.notChecked());
        printer.line("");
        if (review.links().withoutFile() > 0) {
            printer.line(links(review.links()));
        }
        printer.line(summary(review));
    }

    private void finding(Finding finding) {
        printer.line("  " + place(finding) + "  " + level(finding.level()) + "  " + finding.message() + " " + style.dim(finding.code()));
        String nearest = finding.candidates().isEmpty() ? "" : " Nearest: " + String.join(", ", finding.candidates());
        printer.line("      " + finding.remedy() + nearest);
    }

    private static String place(Finding finding) {
        return finding.startLine() == finding.endLine() ? String.valueOf(finding.startLine()) : finding.startLine() + "-" + finding.endLine();
    }

    private String level(Level level) {
        return switch (level) {
            case ERROR -> style.red("error");
            case WARNING -> style.yellow("warning");
            case INFO -> style.cyan("info");
        };
    }

    private void table(Review review) {
        printer.title("%-26s %8s %9s %6s".formatted("Kind", "errors", "warnings", "infos"));
        for (FindingKind kind : FindingKind.values()) {
            List<Finding> some = review.findings().stream().filter(one -> one.code().equals(kind.code())).toList();
            if (!some.isEmpty()) {
                printer.line("%-26s %8d %9d %6d".formatted(kind.code(), count(some, Level.ERROR), count(some, Level.WARNING), count(some, Level.INFO)));
            }
        }
    }

    private static long count(List<Finding> findings, Level level) {
        return findings.stream().filter(one -> one.level() == level).count();
    }

    private static String links(Review.Links links) {
        String address = links.byAddress() == 0
                ? "" : "; %,d of them lead to a page by its address on the site".formatted(links.byAddress());
        return "%,d of %,d relative links name no file of this source%s.".formatted(links.withoutFile(), links.all(), address);
    }

    private String summary(Review review) {
        int total = review.findings().size();
        String known = review.known() == 0 ? "" : ", %,d known ones left out".formatted(review.known());
        String read = "%,d pages with %,d snippets in %.1f s".formatted(review.pages(), review.snippets(), review.millis() / 1000.0);
        return total == 0
                ? style.green("✓") + " No findings" + known + ": " + read + "."
                : "%,d %s (%,d errors)%s: %s.".formatted(total, total == 1 ? "finding" : "findings", review.count(Level.ERROR), known, read);
    }
}
