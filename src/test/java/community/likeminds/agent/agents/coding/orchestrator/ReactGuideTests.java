package community.likeminds.agent.agents.coding.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.SampleProject;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReactGuideTests {

    private static final String PROVIDER = """
            # Quick start for React

            Tally counts what people do in your React app.

            ## 1. Install

            ```bash
            npm install @tally/react
            ```

            ## 2. Wrap your application

            In your `src/index.js`, create a client and wrap the app with the provider:

            ```jsx
            import React from 'react';
            import ReactDOM from 'react-dom/client';
            import { TallyClient, TallyProvider } from '@tally/react';
            import App from './App';

            const client = new TallyClient({ apiKey: 'YOUR_API_KEY' });

            ReactDOM.createRoot(document.getElementById('root')).render(
              <TallyProvider client={client}>
                <App />
              </TallyProvider>
            );
            ```

            ## Next steps

            ```jsx
            import { TallyBoard } from '@tally/react';
            export function Board() { return <TallyBoard />; }
            ```
            """;

    @TempDir
    Path folder;

    @TempDir
    Path data;

    @Test
    void aProviderGoesAroundTheApp() {
        Workbench bench = new Workbench(SampleProject.viteReact(folder), data).page("react.md", PROVIDER)
                .set(Map.of("TALLY_API_KEY", "tk-12345678"));
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Tally in this app.");

        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.VERIFIED);
        assertThat(bench.project.text("src/main.tsx")).isEqualTo("""
                import { StrictMode } from 'react'
                import { createRoot } from 'react-dom/client'
                import { TallyClient, TallyProvider } from '@tally/react'
                import App from './App.tsx'

                const client = new TallyClient({ apiKey: import.meta.env.VITE_TALLY_API_KEY })

                createRoot(document.getElementById('root')!).render(
                  <StrictMode>
                    <TallyProvider client={client}>
                      <App />
                    </TallyProvider>
                  </StrictMode>,
                )
                """);
        assertThat(bench.project.text("package.json")).contains("\"@tally/react\": \"^1.4.2\"");
        assertThat(bench.project.text(".env.local")).isEqualTo("VITE_TALLY_API_KEY=tk-12345678\n");
        assertThat(report.changedFiles()).containsOnlyKeys("src/main.tsx", "package.json", ".env.local");
        assertThat(report.diff()).doesNotContain("tk-12345678");
        assertThat(report.steps()).allSatisfy(step -> assertThat(step.citations()).isNotEmpty());
    }

    @Test
    void aMissingValueIsAskedForAndNamedInTheExampleFile() {
        Workbench bench = new Workbench(SampleProject.viteReact(folder), data).page("react.md", PROVIDER);
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Tally in this app.");

        assertThat(bench.project.text(".env.example")).isEqualTo("VITE_TALLY_API_KEY=\n");
        assertThat(bench.project.has(".env.local")).isFalse();
        assertThat(report.openPoints()).anySatisfy(point -> assertThat(point).contains("VITE_TALLY_API_KEY", ".env.local"));
    }

    @Test
    void lineEndingsOfTheProjectStay() {
        SampleProject project = SampleProject.viteReact(folder);
        for (String path : project.files().keySet()) {
            project.with(path, project.text(path).replace("\n", "\r\n").replace("  ", "\t"));
        }
        project.with("src/App.tsx", project.text("src/App.tsx").stripTrailing());
        Workbench bench = new Workbench(project, data).page("react.md", PROVIDER).set(Map.of("TALLY_API_KEY", "tk-12345678"));
        bench.integrateTwiceAndUndo("Set up Tally in this app.");

        for (String path : java.util.List.of("src/main.tsx", "package.json")) {
            assertThat(project.text(path)).contains("ally").doesNotContainPattern("[^\\r]\\n").doesNotContain("  ");
        }
    }

    @Test
    void aFileWithoutALastNewlineIsEditedAllTheSame() {
        SampleProject project = SampleProject.viteReact(folder);
        project.files().forEach((path, text) -> project.with(path, text.stripTrailing()));
        Workbench bench = new Workbench(project, data).page("react.md", PROVIDER).set(Map.of("TALLY_API_KEY", "tk-12345678"));
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Tally in this app.");

        assertThat(report.status()).isEqualTo(IntegrationReport.VERIFIED);
        assertThat(project.text("src/main.tsx")).contains("<TallyProvider client={client}>").endsWith(")");
        assertThat(project.text("package.json")).endsWith("}");
    }

    @Test
    void theUsersOwnTextThatReadsLikeThePlaceholderStays() {
        SampleProject project = SampleProject.viteReact(folder);
        String own = project.text("src/main.tsx") + "\nexport const help = 'YOUR_API_KEY'\nconsole.log('set YOUR_API_KEY first')\n";
        project.with("src/main.tsx", own);
        Workbench bench = new Workbench(project, data).page("react.md", PROVIDER).set(Map.of("TALLY_API_KEY", "tk-12345678"));
        bench.integrateTwiceAndUndo("Set up Tally in this app.");

        assertThat(project.text("src/main.tsx"))
                .contains("export const help = 'YOUR_API_KEY'\n", "apiKey: import.meta.env.VITE_TALLY_API_KEY", "console.log('set YOUR_API_KEY first')");
    }

    @Test
    void anAppInAMonorepoGetsItsOwnFilesAndTheRootItsIgnoreRule() {
        SampleProject web = SampleProject.viteReact(folder.resolve("apps/web"));
        SampleProject project = new SampleProject(folder).with("package.json", "{\"private\":true,\"workspaces\":[\"apps/*\"]}\n")
                .with("apps/api/package.json", "{\"dependencies\":{\"express\":\"^5.0.0\"}}\n")
                .with(".gitignore", "node_modules\n");
        web.with(".gitignore", "dist\n");
        Workbench bench = new Workbench(project, data).page("react.md", PROVIDER).set(Map.of("TALLY_API_KEY", "tk-12345678"));
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Tally in the web app.");

        assertThat(report.changedFiles()).containsOnlyKeys("apps/web/src/main.tsx", "apps/web/package.json", "apps/web/.env.local", ".gitignore");
        assertThat(project.text(".gitignore")).isEqualTo("node_modules\n.env.local\n");
        assertThat(project.text("apps/web/.env.local")).isEqualTo("VITE_TALLY_API_KEY=tk-12345678\n");
    }
}
