package community.likeminds.agent.agents.coding.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.SampleProject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AstroGuideTests {

    private static final String CONFIGURED = """
            # Lantern for Astro

            ```bash
            npm install @lantern/astro
            ```

            ```js title="astro.config.mjs"
            import { defineConfig } from 'astro/config';
            import lantern from '@lantern/astro';

            export default defineConfig({
              integrations: [lantern()],
            });
            ```
            """;

    private static final String SNIPPET = """

            ## Add the snippet

            Create the file `src/components/lantern.astro`:

            ```%1$s title="src/components/lantern.astro"
            <script is:inline>
              window.lantern = window.lantern || [];
            </script>
            ```

            Render it in your layout:

            ```%1$s title="src/layouts/Layout.astro"
            ---
            import Lantern from '../components/lantern.astro';
            ---
            <head>
              <Lantern />
            </head>
            ```
            """;

    @TempDir
    Path folder;

    @TempDir
    Path data;

    private SampleProject astro() {
        return new SampleProject(folder)
                .with("package.json", "{\n  \"dependencies\": {\n    \"astro\": \"^5.0.0\"\n  }\n}\n")
                .with("astro.config.mjs", "import { defineConfig } from 'astro/config';\n\nexport default defineConfig({});\n")
                .with("src/layouts/Layout.astro", "---\nconst { title } = Astro.props;\n---\n<html>\n  <head>\n    <title>{title}</title>\n  </head>\n  <body><slot /></body>\n</html>\n")
                .with("src/pages/index.astro", "---\nimport Layout from '../layouts/Layout.astro';\n---\n<Layout title=\"Home\" />\n");
    }

    @Test
    void componentsThatWereNotTakenOverAreStepsForThePerson() {
        for (String fence : new String[] {"astro", "html", "jsx"}) {
            Workbench bench = new Workbench(astro(), data).page("astro.md", CONFIGURED + SNIPPET.formatted(fence));
            IntegrationReport report = bench.integrateTwiceAndUndo("Integrate Lantern.");

            assertThat(report.status()).as(fence + Workbench.steps(report)).isEqualTo(IntegrationReport.PARTIAL);
            assertThat(Workbench.steps(report, "manual")).as(fence + Workbench.steps(report)).hasSize(2);
            assertThat(bench.project.text("astro.config.mjs")).contains("integrations: [lantern()]");
            bench.agent.undo(bench.project.root());
        }
    }

    @Test
    void componentsThatThePersonHasWrittenAreDone() {
        SampleProject done = astro()
                .with("src/components/lantern.astro", "<script is:inline>\n\twindow.lantern = window.lantern || [];\n</script>\n")
                .with("src/layouts/Layout.astro", "---\nimport Lantern from '../components/lantern.astro';\nconst { title } = Astro.props;\n---\n<html>\n  <head>\n    <title>{title}</title>\n    <Lantern />\n  </head>\n  <body><slot /></body>\n</html>\n");
        Workbench bench = new Workbench(done, data).page("astro.md", CONFIGURED + SNIPPET.formatted("astro"));
        IntegrationReport report = bench.integrateTwiceAndUndo("Integrate Lantern.");

        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.VERIFIED);
    }

    @Test
    void aScriptOfAnotherAddressIsNoneOfTheProjectsOwn() {
        SampleProject other = astro().with("src/layouts/Layout.astro", "<html>\n  <head>\n    <script is:inline src=\"/own.js\"></script>\n  </head>\n</html>\n");
        Workbench bench = new Workbench(other, data).page("astro.md", CONFIGURED + """

                ```astro title="src/layouts/Layout.astro"
                <head>
                  <script is:inline src="https://cdn.lantern.dev/v1.js">
                  </script>
                </head>
                ```
                """);
        IntegrationReport report = bench.integrateTwiceAndUndo("Integrate Lantern.");

        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.VERIFIED);
        assertThat(other.text("src/layouts/Layout.astro")).contains("src=\"/own.js\"", "src=\"https://cdn.lantern.dev/v1.js\"");
    }

    @Test
    void aPageThatShowsItsUseIsNoPartOfTheSetUp() {
        Workbench bench = new Workbench(astro(), data).page("astro.md", CONFIGURED + """

                Use it where you like:

                ```astro title="src/pages/lamps.astro"
                ---
                import { Lamp } from '@lantern/astro/components';
                ---
                <Lamp />
                ```
                """);
        IntegrationReport report = bench.integrateTwiceAndUndo("Only set up Lantern, no example.");

        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.VERIFIED);
        assertThat(report.openPoints()).anyMatch(point -> point.contains("src/pages/lamps.astro"));
    }
}
