package community.likeminds.agent.cli.output;

import community.likeminds.agent.cli.terminal.Style;
import community.likeminds.agent.vector.analytics.AnalyticsReport;
import community.likeminds.agent.vector.analytics.AnalyticsReport.Day;
import community.likeminds.agent.vector.analytics.AnalyticsReport.Gap;
import community.likeminds.agent.vector.analytics.AnalyticsReport.PageUse;
import community.likeminds.agent.vector.analytics.SearchEvent.PageRef;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;

/** The analytics for people. */
public final class AnalyticsPrinter {

    private static final int BAR = 40;

    private final PrintStream out;
    private final Style style;

    public AnalyticsPrinter(PrintStream out, Style style) {
        this.out = out;
        this.style = style;
    }

    public void print(AnalyticsReport report) {
        if (report.searches() == 0) {
            out.println("Nothing was searched for in this time. Search with: likeminds search \"…\" or likeminds ask \"…\"");
            return;
        }
        out.println(style.bold("%,d searches".formatted(report.searches()))
                + ", %,d of them questions; %,d found hardly what was asked for, %,d found nothing"
                        .formatted(report.questions(), report.unsure(), report.nothing()));
        out.println(style.dim("answered in %.0f ms (median), %.0f ms (p95), %.0f ms (p99)"
                .formatted(report.latency().p50(), report.latency().p95(), report.latency().p99())));
        days(report.days());
        pages(report.pages());
        gaps(report.gaps());
    }

    private void days(List<Day> days) {
        int most = days.stream().mapToInt(Day::searches).max().orElse(1);
        out.println();
        for (Day day : days) {
            int open = Math.round((float) BAR * day.unanswered() / most);
            int answered = Math.max(day.searches() > day.unanswered() ? 1 : 0, Math.round((float) BAR * day.searches() / most) - open);
            out.println(day.date() + "  " + style.green("█".repeat(answered)) + style.yellow("░".repeat(open))
                    + " %,d".formatted(day.searches())
                    + (day.unanswered() == 0 ? "" : style.dim(" (%,d unanswered)".formatted(day.unanswered()))));
        }
    }

    private void pages(List<PageUse> pages) {
        if (pages.isEmpty()) {
            return;
        }
        out.println();
        out.println(style.bold("Pages") + style.dim("  used / shown"));
        for (PageUse page : pages) {
            out.println("%6d / %-6d %s".formatted(page.used(), page.shown(), name(page.page())));
        }
    }

    private void gaps(List<Gap> gaps) {
        out.println();
        if (gaps.isEmpty()) {
            out.println(style.green("✓") + " Every question was answered.");
            return;
        }
        out.println(style.bold("What the documentation does not answer"));
        for (Gap gap : gaps) {
            out.println("%5d×  %s".formatted(gap.times(), gap.topic())
                    + (gap.platforms().isEmpty() ? "" : style.dim(" (" + String.join(", ", gap.platforms()) + ")")));
            gap.questions().stream().skip(1).forEach(question -> out.println(style.dim("        also: " + question)));
            if (!gap.nearest().isEmpty()) {
                out.println(style.dim("        nearest: "
                        + gap.nearest().stream().map(AnalyticsPrinter::name).collect(Collectors.joining(", "))));
            }
        }
    }

    private static String name(PageRef page) {
        return page.source() + "/" + page.page();
    }
}
