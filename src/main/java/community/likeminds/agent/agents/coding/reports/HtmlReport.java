package community.likeminds.agent.agents.coding.reports;

import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.IntegrationReport.CheckOutcome;
import community.likeminds.agent.agents.coding.IntegrationReport.Feedback;
import community.likeminds.agent.agents.coding.IntegrationReport.StepOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/** A report as one page: every edit beside the passage that asked for it. All text is escaped, because it comes from anywhere. */
final class HtmlReport {

    private final IntegrationReport report;
    private final StringBuilder out = new StringBuilder();

    HtmlReport(IntegrationReport report) {
        this.report = report;
    }

    String text() {
        String title = escaped(Wording.headline(report) + ": " + report.request());
        out.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
                .append("<title>").append(title).append("</title>\n<style>\n").append(style()).append("</style>\n</head>\n<body>\n");
        head();
        list("todo", "Left to do", report.openPoints());
        steps();
        checks();
        files();
        feedback();
        out.append("</body>\n</html>\n");
        return out.toString();
    }

    private void head() {
        out.append("<header>\n<p class=\"status ").append(word(report.status())).append("\">").append(Wording.headline(report)).append("</p>\n");
        element("h1", report.request());
        out.append("<p class=\"summary\">").append(escaped(report.summary())).append("</p>\n<dl>\n");
        row("Project", report.project());
        if (report.guide() != null) {
            row("Guide", Wording.place(report.guide()) + (report.guideWhy().isEmpty() ? "" : ". " + report.guideWhy()));
        }
        report.runnersUp().forEach(one -> row("Came close", Wording.place(one)));
        row("Branch", report.branch());
        row("Plan", report.plan());
        row("Run", report.id());
        out.append("</dl>\n</header>\n");
    }

    private void steps() {
        if (report.steps().isEmpty()) {
            return;
        }
        out.append("<section>\n<h2>Steps</h2>\n");
        for (StepOutcome step : report.steps()) {
            out.append("<article>\n<h3><span class=\"mark ").append(word(step.status())).append("\">").append(escaped(Wording.step(step.status())))
                    .append("</span> ").append(escaped(step.title())).append("</h3>\n");
            if (!step.detail().isEmpty()) {
                element("p", step.detail());
            }
            if (!step.why().isEmpty()) {
                out.append("<p class=\"why\">").append(escaped(step.why())).append("</p>\n");
            }
            out.append("<div class=\"beside\">\n<div class=\"passages\">\n");
            passages(step);
            out.append("</div>\n<div class=\"edit\">\n");
            diff(step.diff());
            out.append("</div>\n</div>\n</article>\n");
        }
        out.append("</section>\n");
    }

    private void passages(StepOutcome step) {
        for (int i = 0; i < step.citations().size(); i++) {
            out.append("<figure>\n<figcaption>").append(escaped(Wording.place(step.citations().get(i)))).append("</figcaption>\n");
            String quote = i < step.quotes().size() ? step.quotes().get(i) : "";
            if (!quote.isEmpty()) {
                out.append("<blockquote><pre>").append(escaped(quote)).append("</pre></blockquote>\n");
            }
            out.append("</figure>\n");
        }
    }

    private void diff(String diff) {
        if (diff.isEmpty()) {
            return;
        }
        out.append("<pre class=\"diff\">");
        for (String line : diff.stripTrailing().split("\n", -1)) {
            boolean header = line.startsWith("--- ") || line.startsWith("+++ ");
            if (line.startsWith("diff --git") || line.startsWith("new file mode")) {
                continue;
            }
            String kind = header ? "file" : switch (line.isEmpty() ? ' ' : line.charAt(0)) {
                case '+' -> "added";
                case '-' -> "removed";
                case '@' -> "hunk";
                default -> "same";
            };
            out.append("<span class=\"").append(kind).append("\">").append(escaped(line)).append("</span>");
        }
        out.append("</pre>\n");
    }

    private void checks() {
        if (report.checks().isEmpty()) {
            return;
        }
        out.append("<section>\n<h2>Checks</h2>\n<table>\n<thead><tr><th>Check</th><th>Result</th><th>What was seen</th><th>Time</th></tr></thead>\n<tbody>\n");
        for (CheckOutcome check : report.checks()) {
            out.append("<tr><td>").append(escaped(check.name())).append("</td><td><span class=\"mark ").append(word(check.status())).append("\">")
                    .append(escaped(Wording.check(check.status()))).append("</span></td><td>").append(escaped(check.detail()));
            if (!check.output().isBlank()) {
                out.append("<details").append(check.status().equals("failed") ? " open" : "").append("><summary>")
                        .append(escaped(check.command().isEmpty() ? "output" : check.command())).append("</summary><pre>")
                        .append(escaped(check.output())).append("</pre></details>");
            }
            out.append("</td><td class=\"time\">").append(Wording.seconds(check.millis())).append("</td></tr>\n");
        }
        out.append("</tbody>\n</table>\n</section>\n");
    }

    private void files() {
        if (report.changedFiles().isEmpty()) {
            return;
        }
        out.append("<section>\n<h2>Changed files</h2>\n<ul class=\"files\">\n");
        new TreeMap<>(report.changedFiles()).forEach((path, kind) -> out.append("<li><span class=\"kind\">").append(escaped(kind)).append("</span> <code>")
                .append(escaped(path)).append("</code></li>\n"));
        out.append("</ul>\n<details><summary>The whole diff</summary>\n");
        diff(report.diff());
        out.append("</details>\n</section>\n");
    }

    private void feedback() {
        if (report.feedback().isEmpty()) {
            return;
        }
        out.append("<section>\n<h2>Feedback for the documentation</h2>\n<ul>\n");
        for (Feedback one : report.feedback()) {
            out.append("<li>");
            if (one.citation() != null) {
                out.append("<span class=\"place\">").append(escaped(Wording.place(one.citation()))).append("</span> ");
            }
            out.append(one.subject().isEmpty() ? "" : "<strong>" + escaped(one.subject()) + ".</strong> ").append(escaped(one.reason())).append("</li>\n");
        }
        out.append("</ul>\n</section>\n");
    }

    private void list(String kind, String title, List<String> entries) {
        if (!entries.isEmpty()) {
            out.append("<section class=\"").append(kind).append("\">\n<h2>").append(title).append("</h2>\n<ul>\n");
            entries.forEach(entry -> element("li", entry));
            out.append("</ul>\n</section>\n");
        }
    }

    private void row(String name, String value) {
        if (!value.isEmpty()) {
            out.append("<dt>").append(name).append("</dt><dd>").append(escaped(value)).append("</dd>\n");
        }
    }

    private void element(String name, String text) {
        out.append('<').append(name).append('>').append(escaped(text)).append("</").append(name).append(">\n");
    }

    /** A word that may stand in a class attribute. */
    private static String word(String text) {
        return text.replaceAll("[^a-z-]", "");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }

    private static String style() {
        try (InputStream style = Objects.requireNonNull(HtmlReport.class.getResourceAsStream("report.css"), "report.css")) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
