package community.likeminds.agent.agents.coding.reports;

import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.IntegrationReport.CheckOutcome;
import community.likeminds.agent.agents.coding.IntegrationReport.Feedback;
import community.likeminds.agent.agents.coding.IntegrationReport.StepOutcome;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A report as Markdown, for pull requests and issues. */
final class MarkdownReport {

    private static final Pattern TICKS = Pattern.compile("`+");

    private final IntegrationReport report;
    private final StringBuilder out = new StringBuilder();

    MarkdownReport(IntegrationReport report) {
        this.report = report;
    }

    String text() {
        line("# " + Wording.headline(report) + ": " + plain(report.request()));
        paragraph(plain(report.summary()));
        line("- Project: " + code(report.project()));
        if (report.guide() != null) {
            line("- Guide: " + plain(Wording.place(report.guide())) + (report.guideWhy().isEmpty() ? "" : ". " + plain(report.guideWhy())));
        }
        report.runnersUp().forEach(one -> line("- Came close: " + plain(Wording.place(one))));
        if (!report.branch().isEmpty()) {
            line("- Branch: " + code(report.branch()));
        }
        if (!report.plan().isEmpty()) {
            line("- Plan: " + code(report.plan()));
        }
        line("- Run: " + code(report.id()));
        list("Left to do", report.openPoints());
        if (!report.steps().isEmpty()) {
            title("Steps");
            report.steps().forEach(this::step);
        }
        checks();
        if (!report.changedFiles().isEmpty()) {
            title("Changed files");
            new TreeMap<>(report.changedFiles()).forEach((path, kind) -> line("- " + kind + " " + code(path)));
        }
        feedback();
        return out.toString();
    }

    private void step(StepOutcome step) {
        line("");
        line("### " + step.id() + ". " + plain(step.title()) + " (" + Wording.step(step.status()) + ")");
        paragraph(plain((step.detail() + " " + step.why()).strip()));
        for (int i = 0; i < step.citations().size(); i++) {
            paragraph("Asked for by " + plain(Wording.place(step.citations().get(i))) + ":");
            String quote = i < step.quotes().size() ? step.quotes().get(i) : "";
            if (!quote.isEmpty()) {
                fence("", quote, "> ");
            }
        }
        if (!step.diff().isEmpty()) {
            line("");
            fence("diff", step.diff(), "");
        }
    }

    private void checks() {
        if (report.checks().isEmpty()) {
            return;
        }
        title("Checks");
        line("");
        line("| check | result | what was seen | time |");
        line("| --- | --- | --- | --- |");
        for (CheckOutcome check : report.checks()) {
            line("| " + cell(check.name()) + " | " + Wording.check(check.status()) + " | " + cell(check.detail()) + " | "
                    + Wording.seconds(check.millis()) + " |");
        }
        for (CheckOutcome check : report.checks()) {
            if (check.status().equals("failed") && !check.output().isBlank()) {
                paragraph("Output of " + code(check.command().isEmpty() ? check.name() : check.command()) + ":");
                fence("", check.output(), "");
            }
        }
    }

    private void feedback() {
        if (report.feedback().isEmpty()) {
            return;
        }
        title("Feedback for the documentation");
        line("");
        for (Feedback one : report.feedback()) {
            line("- " + (one.citation() == null ? "" : plain(Wording.place(one.citation())) + ": ")
                    + (one.subject().isEmpty() ? "" : plain(one.subject()) + ". ") + plain(one.reason()));
        }
    }

    private void list(String title, List<String> entries) {
        if (!entries.isEmpty()) {
            title(title);
            line("");
            entries.forEach(entry -> line("- " + plain(entry)));
        }
    }

    private void title(String text) {
        line("");
        line("## " + text);
    }

    private void paragraph(String text) {
        if (!text.isEmpty()) {
            line("");
            line(text);
        }
        line("");
    }

    /** A fence that nothing in the text can close. */
    private void fence(String language, String text, String prefix) {
        String ticks = "`".repeat(Math.max(3, longest(text) + 1));
        line(prefix + ticks + language);
        text.lines().forEach(line -> line(prefix + line));
        line(prefix + ticks);
    }

    private static String code(String text) {
        String ticks = "`".repeat(longest(text) + 1);
        return ticks + (text.startsWith("`") || text.endsWith("`") ? " " + text + " " : text) + ticks;
    }

    private static int longest(String text) {
        int longest = 0;
        for (Matcher matcher = TICKS.matcher(text); matcher.find(); ) {
            longest = Math.max(longest, matcher.group().length());
        }
        return longest;
    }

    /** Text on one line in which nothing means anything to Markdown but back-ticks, which mean code here as well. */
    private static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ").replaceAll("([\\\\*_\\[\\]<>#|~])", "\\\\$1");
    }

    private static String cell(String text) {
        return plain(text);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
