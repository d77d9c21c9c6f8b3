package community.likeminds.agent.cli.output;

import community.likeminds.agent.agents.coding.DryRun;
import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.IntegrationReport.CheckOutcome;
import community.likeminds.agent.agents.coding.IntegrationReport.StepOutcome;
import community.likeminds.agent.cli.terminal.Style;
import community.likeminds.agent.processors.docs.Citation;
import java.io.PrintStream;
import java.util.List;
import java.util.TreeMap;

/** What an integration did, as a person reads it. */
public final class ReportPrinter {

    private static final int OUTPUT_LINES = 12;

    private final Printer printer;

    public ReportPrinter(PrintStream out, Style style) {
        this.printer = new Printer(out, style);
    }

    public void print(IntegrationReport report) {
        Style style = printer.style();
        printer.line(headline(report.status()) + " " + report.summary());
        if (report.guide() != null) {
            printer.line("Guide: " + style.cyan(Printer.place(report.guide())));
        }
        if (!report.guideWhy().isEmpty()) {
            printer.line("       " + style.dim(report.guideWhy()));
        }
        if (!report.steps().isEmpty()) {
            printer.title("Steps");
            report.steps().forEach(this::step);
        }
        if (!report.checks().isEmpty()) {
            printer.title("Checks");
            report.checks().forEach(this::check);
        }
        printer.list("What is wrong in the documentation", report.findings());
        printer.list("What is left to do", report.openPoints());
        changes(report);
    }

    /** What a plan would change. */
    public void print(DryRun dryRun) {
        printer.title("Changes that would be made");
        if (dryRun.changedFiles().isEmpty()) {
            printer.line("  none");
            return;
        }
        new TreeMap<>(dryRun.changedFiles()).forEach((path, kind) -> printer.line("  " + mark(kind) + " " + path));
        printer.line("");
        dryRun.diff().lines().forEach(line -> printer.line(StepPrinter.coloured(printer.style(), line)));
        printer.line("");
        printer.line("Nothing was changed; installing and building may change lock files besides.");
    }

    private void step(StepOutcome step) {
        Style style = printer.style();
        String mark =
                switch (step.status()) {
                    case "applied" -> style.green("✓");
                    case "already-there" -> style.green("=");
                    case "failed" -> style.red("✗");
                    default -> style.yellow("•");
                };
        String state = step.status().equals("applied") ? "" : style.dim(" (" + step.status() + ")");
        printer.line("  " + mark + " " + step.title() + state);
        if (!step.detail().isEmpty()) {
            printer.line("    " + step.detail());
        }
        for (Citation citation : step.citations()) {
            printer.line("    " + style.dim("[" + Printer.place(citation) + "]"));
        }
    }

    private void check(CheckOutcome check) {
        Style style = printer.style();
        String mark =
                switch (check.status()) {
                    case "passed" -> style.green("✓");
                    case "failed" -> style.red("✗");
                    default -> style.yellow("•");
                };
        String time = check.millis() >= 100 ? style.dim(" %.1f s".formatted(check.millis() / 1000.0)) : "";
        printer.line("  " + mark + " " + check.name() + ": " + check.detail() + time);
        if (check.status().equals("failed")) {
            List<String> lines = check.output().lines().toList();
            lines.subList(Math.max(0, lines.size() - OUTPUT_LINES), lines.size())
                    .forEach(line -> printer.line("      " + style.dim(line)));
        }
    }

    private void changes(IntegrationReport report) {
        if (report.changedFiles().isEmpty()) {
            return;
        }
        printer.title("Changes");
        new TreeMap<>(report.changedFiles()).forEach((path, kind) -> printer.line("  " + mark(kind) + " " + path));
        DiffSummary lines = DiffSummary.of(report.diff());
        // A lock file has no lines in the diff, and is a changed file all the same.
        DiffSummary all = new DiffSummary(report.changedFiles().size(), lines.added(), lines.removed());
        printer.line("  " + printer.style().dim(all.toString()));
        if (!report.branch().isEmpty()) {
            printer.line("  on the branch " + report.branch());
        }
    }

    private String mark(String kind) {
        Style style = printer.style();
        return switch (kind) {
            case "created" -> style.green("+");
            case "deleted" -> style.red("-");
            default -> style.yellow("~");
        };
    }

    private String headline(String status) {
        Style style = printer.style();
        return switch (status) {
            case IntegrationReport.VERIFIED -> style.green("✓ Verified.");
            case IntegrationReport.PARTIAL -> style.yellow("• Partly done.");
            default -> style.red("✗ Not done.");
        };
    }
}
