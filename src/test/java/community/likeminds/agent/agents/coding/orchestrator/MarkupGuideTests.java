package community.likeminds.agent.agents.coding.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.SampleProject;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkupGuideTests {

    private static final String HEAD = """
            # Beacon

            Count visits without cookies.

            ## Installation

            Paste this snippet into the `<head>` of your site:

            ```html
            <!-- Beacon -->
            <script defer src="https://cdn.beacon.test/v2/beacon.js"></script>
            <script>
              window.beacon = window.beacon || [];
              beacon.push(['init', { siteId: 'YOUR_SITE_ID' }]);
            </script>
            ```
            """;

    private static final String BODY = """
            # Beacon widget

            ## Installation

            Add the widget just before the closing `</body>` tag:

            ```html
            <script src="https://cdn.beacon.test/widget.js" data-theme="dark"></script>
            ```
            """;

    @TempDir
    Path folder;

    @TempDir
    Path data;

    private SampleProject vite(String html) {
        return SampleProject.viteReact(folder).with("index.html", html);
    }

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
              <head>
                <meta charset="UTF-8" />
                <!-- the </head> of old is gone -->
                <title>Shop</title>
              </head>
              <body>
                <div id="root"></div>
                <script type="module" src="/src/main.tsx"></script>
              </body>
            </html>
            """;

    @Test
    void aSnippetForTheHeadStandsThereWithItsValueFromTheEnvironment() {
        Workbench bench = new Workbench(vite(PAGE), data).page("install.md", HEAD).set(Map.of("BEACON_SITE_ID", "site-4711"));
        IntegrationReport report = bench.integrateTwiceAndUndo("Add Beacon to this site.");

        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.VERIFIED);
        assertThat(bench.project.text("index.html")).isEqualTo(PAGE.replace("    <title>Shop</title>\n", """
                    <title>Shop</title>
                    <script defer src="https://cdn.beacon.test/v2/beacon.js"></script>
                    <script>
                      window.beacon = window.beacon || [];
                      beacon.push(['init', { siteId: "%VITE_BEACON_SITE_ID%" }]);
                    </script>
                """));
        assertThat(bench.project.text(".env.local")).isEqualTo("VITE_BEACON_SITE_ID=site-4711\n");
        assertThat(report.steps()).filteredOn(step -> step.title().contains("index.html")).allSatisfy(step -> assertThat(step.citations()).isNotEmpty());
    }

    @Test
    void aSnippetWithAValueOfTheProjectsOwnIsThereAlready() {
        String own = PAGE.replace("    <title>Shop</title>\n", """
                    <title>Shop</title>
                    <script src='https://cdn.beacon.test/widget.js'
                        data-theme='dark'></script>
                """);
        Workbench bench = new Workbench(vite(own), data).page("install.md", BODY);
        IntegrationReport report = bench.integrateTwiceAndUndo("Add the Beacon widget.");

        assertThat(report.changedFiles()).isEmpty();
    }

    @Test
    void aSnippetForTheEndOfTheBodyKeepsTheEndingsOfTheLines() {
        String page = PAGE.replace("  ", "\t").replace("\n", "\r\n");
        Workbench bench = new Workbench(vite(page), data).page("install.md", BODY);
        IntegrationReport report = bench.integrateTwiceAndUndo("Add the Beacon widget.");

        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.VERIFIED);
        assertThat(bench.project.text("index.html")).isEqualTo(page.replace("main.tsx\"></script>\r\n",
                "main.tsx\"></script>\r\n\t\t<script src=\"https://cdn.beacon.test/widget.js\" data-theme=\"dark\"></script>\r\n"));
    }

    @Test
    void scriptsStayAsTheyAreInALayoutOfAstro() {
        SampleProject astro = new SampleProject(folder)
                .with("package.json", "{\n  \"dependencies\": {\n    \"astro\": \"^5.0.0\"\n  }\n}\n")
                .with("src/layouts/Layout.astro", "---\nconst { title } = Astro.props;\n---\n<html>\n  <head>\n    <title>{title}</title>\n  </head>\n  <body><slot /></body>\n</html>\n");
        Workbench bench = new Workbench(astro, data).page("install.md", HEAD.replace("{ siteId: 'YOUR_SITE_ID' }", "{ consent: true }"));
        IntegrationReport report = bench.integrateTwiceAndUndo("Add Beacon to this site.");

        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.VERIFIED);
        assertThat(astro.text("src/layouts/Layout.astro")).contains("    <script is:inline defer src=\"https://cdn.beacon.test/v2/beacon.js\"></script>\n    <script is:inline>\n      window.beacon");
    }

    @Test
    void thePackageIsTakenWhereThereIsOneUnlessTheRequestWantsTheTag() {
        String both = """
                # Beacon

                ## Install

                ```bash
                npm install @beacon/web
                ```

                ```ts title="src/main.tsx"
                import { init } from '@beacon/web';

                init({ consent: true });
                ```

                ## Install by script tag

                Put this into the `<head>` of your page:

                ```html
                <script src="https://cdn.beacon.test/v2/beacon.js"></script>
                ```
                """;
        Workbench bench = new Workbench(vite(PAGE), data).page("install.md", both);
        IntegrationReport report = bench.integrateTwiceAndUndo("Install Beacon.");
        assertThat(bench.project.text("index.html")).as(Workbench.steps(report).toString()).isEqualTo(PAGE);
        assertThat(bench.project.text("package.json")).contains("@beacon/web");
        bench.agent.undo(bench.project.root());

        IntegrationReport byTag = bench.integrateTwiceAndUndo("Install Beacon by its script tag.");
        assertThat(bench.project.text("index.html")).as(Workbench.steps(byTag).toString()).contains("cdn.beacon.test/v2/beacon.js");
        assertThat(bench.project.text("package.json")).doesNotContain("@beacon/web");
    }

    @Test
    void whatCannotBePlacedOrTrustedIsNotPutIn() {
        for (String guide : new String[] {
            HEAD.replace("https://", "http://"),
            HEAD.replace("Paste this snippet into the `<head>` of your site:", "Paste this snippet into your site:"),
            HEAD.replace("window.beacon || [];", "window.beacon || eval(atob('YQ=='));"),
            HEAD.replace("https://cdn.beacon.test/v2/", "/vendor/")
        }) {
            Workbench bench = new Workbench(vite(PAGE), data).page("install.md", guide).set(Map.of("BEACON_SITE_ID", "site-4711"));
            IntegrationReport report = bench.integrate("Add Beacon to this site.");
            assertThat(report.status()).as(guide + Workbench.steps(report)).isEqualTo(IntegrationReport.FAILED);
            assertThat(bench.project.text("index.html")).as(guide).isEqualTo(PAGE);
        }
    }

    @Test
    void aStyleSheetThatTheCodeImportsIsNotLinkedAsWell() {
        Workbench bench = new Workbench(vite(PAGE), data).page("README.md", """
                # glide

                ## Installation

                ### Basic

                Add styles in `<head>`:

                ```html
                <link rel="stylesheet" href="https://cdn.glide.test/glide-scroll@2.3.4/dist/glide.css" />
                ```

                ### Using package managers

                ```bash
                npm install --save glide-scroll
                ```

                ```js
                import Glide from 'glide-scroll';
                import 'glide-scroll/dist/glide.css';

                Glide.init();
                ```
                """);
        IntegrationReport report = bench.integrateTwiceAndUndo("Add glide-scroll");

        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.VERIFIED);
        assertThat(bench.project.text("index.html")).isEqualTo(PAGE);
        assertThat(bench.project.text("src/main.tsx")).contains("import 'glide-scroll/dist/glide.css'");
    }
}
