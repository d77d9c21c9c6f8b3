package community.likeminds.agent.agents.coding.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.SampleProject;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sites of plain pages: no manifest, no packages. */
class StaticSiteGuideTests {

    private static final String PAGE = """
            <!doctype html>
            <html>
            <head>
              <title>Bakery</title>
              <link rel="stylesheet" href="css/site.css">
            </head>
            <body>
              <h1>Bread</h1>
              <script src="js/site.js"></script>
            </body>
            </html>
            """.replace("\n", "\r\n");

    private static final String GUIDE = """
            # Getting started with Beacon

            ## Installation

            ### Install from npm

            ```bash
            npm install @beacon/tracker
            ```

            ```js
            import { init } from '@beacon/tracker';
            init({ site: 'YOUR_SITE_ID' });
            ```

            ### Use Beacon from a CDN

            Without a bundler, add this to the `<head>` of your page:

            ```html
            <link rel="stylesheet" href="https://cdn.beacon.test/v2/beacon.css" />
            <script defer data-site="YOUR_SITE_ID" src="https://cdn.beacon.test/v2/beacon.js"></script>
            ```
            """;

    @TempDir
    Path folder;

    @TempDir
    Path data;

    private SampleProject site() {
        return new SampleProject(folder).with("index.html", PAGE).with("css/site.css", "h1 { color: brown }\n").with("js/site.js", "console.log('open')\n");
    }

    @Test
    void tagsStandInThePageWithTheValueThatWasGiven() {
        Workbench bench = new Workbench(site(), data).page("start.md", GUIDE).set(Map.of("BEACON_SITE", "site-4711"));
        IntegrationReport report = bench.integrateTwiceAndUndo("Add Beacon to the site.");

        assertThat(report.status()).isNotEqualTo(IntegrationReport.PARTIAL);
        assertThat(report.checks()).as("what the page says to everybody is no secret").anySatisfy(check -> {
            assertThat(check.name()).isEqualTo("secrets");
            assertThat(check.status()).isNotEqualTo("failed");
        }).noneMatch(check -> check.status().equals("failed"));
        assertThat(bench.project.text("index.html")).as(Workbench.steps(report).toString()).isEqualTo(PAGE.replace("css/site.css\">\r\n",
                "css/site.css\">\r\n  <link rel=\"stylesheet\" href=\"https://cdn.beacon.test/v2/beacon.css\" />\r\n"
                        + "  <script defer data-site=\"site-4711\" src=\"https://cdn.beacon.test/v2/beacon.js\"></script>\r\n"));
        assertThat(report.steps()).noneMatch(step -> step.title().contains("npm") || step.title().contains("tracker"));
        assertThat(bench.project.has("package.json")).isFalse();
        assertThat(bench.project.has(".env")).isFalse();
    }

    @Test
    void aSecretIsWrittenIntoNoPage() {
        Workbench bench = new Workbench(site(), data).page("start.md", GUIDE.replace("data-site=\"YOUR_SITE_ID\"", "data-secret=\"YOUR_SECRET\"")).set(Map.of("BEACON_SECRET", "s3cr3t-4711"));
        IntegrationReport report = bench.integrate("Add Beacon to the site.");

        assertThat(bench.project.text("index.html")).isEqualTo(PAGE);
        assertThat(report.steps()).anyMatch(step -> step.title().startsWith("Write by hand"));
    }

    @Test
    void aValueThatNobodyGaveIsThePersonsToWrite() {
        Workbench bench = new Workbench(site(), data).page("start.md", GUIDE);
        IntegrationReport report = bench.integrate("Add Beacon to the site.");

        assertThat(report.status()).isNotEqualTo(IntegrationReport.VERIFIED);
        assertThat(bench.project.text("index.html")).isEqualTo(PAGE);
        assertThat(report.steps()).anyMatch(step -> step.title().startsWith("Write by hand") && step.detail().contains("--set"));
    }
}
