package community.likeminds.agent.agents.coding.reports;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.IntegrationReport.CheckOutcome;
import community.likeminds.agent.agents.coding.IntegrationReport.Feedback;
import community.likeminds.agent.agents.coding.IntegrationReport.StepOutcome;
import community.likeminds.agent.processors.docs.Citation;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Every edit stands beside the passage that asked for it, and nothing of the text is taken for markup. */
class ReportDocumentsTests {

    private static final String HOSTILE = "</pre><script>alert(1)</script> & \"x\" ```\n```";
    private static final Citation PLACE = new Citation("docs", "guide.md", "Step <1>", 3, 9);

    private final IntegrationReport report = new IntegrationReport(
            "r1", "partial", "1 step was applied.", "Add <b>it</b>", "/projects/shop", PLACE, "It fits.",
            List.of(
                    new StepOutcome(
                            "s1", "Edit src/main.tsx", "edit-file", "applied", "Imported it.", "The guide names it.", List.of(PLACE),
                            List.of("src/main.tsx"),
                            "diff --git a/src/main.tsx b/src/main.tsx\n--- a/src/main.tsx\n+++ b/src/main.tsx\n@@ -1 +1,2 @@\n a\n+<App a={`${b}`} />\n-gone\n",
                            List.of(HOSTILE)),
                    new StepOutcome("s2", "Do it by hand", "manual", "manual", "No passage shows how.", "", List.of(PLACE), List.of(), "", List.of(""))),
            List.of(
                    new CheckOutcome("build", "failed", "It does not build | really.", "npm run build", HOSTILE, 1234),
                    new CheckOutcome("look", "not-possible", "There is no browser.", "", "", 0)),
            List.of("The page is wrong."), List.of("Do it by hand - no passage shows how."), Map.of("src/main.tsx", "changed"), "", "add-it",
            Map.of(), "p1", List.of(new Citation("docs", "other.md", "Other", 1, 1)),
            List.of(new Feedback(PLACE, "Do it by hand", "No passage shows how."), new Feedback(null, "", "The page is wrong.")));

    @Test
    void thePageShowsEveryEditBesideItsPassage() {
        Document page = Jsoup.parse(new HtmlReport(report).text());
        assertThat(page.select("article")).hasSize(2);
        assertThat(page.select("article").getFirst().select("blockquote pre").text()).contains("alert(1)");
        assertThat(page.select("article").getFirst().select(".diff .added").text()).isEqualTo("+<App a={`${b}`} />");
        assertThat(page.select("article").getFirst().select(".diff .removed").text()).isEqualTo("-gone");
        assertThat(page.select("figcaption").first().text()).isEqualTo("guide.md › Step <1>, lines 3-9");
        assertThat(page.select(".status").text()).isEqualTo("Partly done");
        assertThat(page.select("tbody tr")).hasSize(2);
        assertThat(page.select("details[open] pre").text()).contains("alert(1)");
        assertThat(page.select(".todo li").text()).contains("no passage shows how");
        assertThat(page.select("section").last().select("li").eachText()).containsExactly(
                "guide.md › Step <1>, lines 3-9 Do it by hand. No passage shows how.", "The page is wrong.");
    }

    @Test
    void thePageNeedsNothingAndRunsNothing() {
        Document page = Jsoup.parse(new HtmlReport(report).text());
        assertThat(page.select("script, link, img, iframe, [src], [href], [onclick], b")).isEmpty();
        assertThat(page.select("h1").text()).isEqualTo("Add <b>it</b>");
        assertThat(page.select("style").html()).contains("@media print").doesNotContain("url(", "@import");
    }

    @Test
    void markdownHoldsTheSame() {
        String text = new MarkdownReport(report).text();
        assertThat(text).contains("# Partly done: Add \\<b\\>it\\</b\\>", "### s1. Edit src/main.tsx (applied)", "> ````", "```diff",
                "| build | failed | It does not build \\| really. | 1.2 s |", "| look | not possible here |", "## Feedback for the documentation",
                "- Came close: other.md › Other, line 1", "- Branch: `add-it`", "- Do it by hand - no passage shows how.");
    }
}
