package community.likeminds.agent.agents.coding.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.SampleProject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "Verified" is said of a guide only when nothing that it needs was passed over. */
class HonestStatusTests {

    @TempDir
    Path folder;

    @TempDir
    Path data;

    private Workbench bench(String guide) {
        return new Workbench(SampleProject.viteReact(folder), data).page("react.md", guide);
    }

    @Test
    void codeThatFindsNoPlaceIsLeftToThePerson() {
        Workbench bench = bench("""
                # Lantern for React

                ## Install

                ```bash
                npm install @lantern/react
                ```

                ## Usage

                ```jsx
                import { useLantern } from '@lantern/react';

                function Lamp() {
                  const lantern = useLantern('hall');
                  return <p>{lantern.level}</p>;
                }
                ```
                """);
        IntegrationReport report = bench.integrateTwiceAndUndo("Add Lantern to this app.");
        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.PARTIAL);
        assertThat(report.changedFiles()).containsOnlyKeys("package.json");
        assertThat(Workbench.steps(report, "manual")).hasSize(1).allSatisfy(step -> {
            assertThat(step.title()).contains("Usage");
            assertThat(step.citations()).isNotEmpty();
        });
    }

    @Test
    void aFileThatIsNotUtf8IsLeftAsItIsAndNamed() throws IOException {
        SampleProject project = SampleProject.viteReact(folder);
        byte[] latin = ("// caf\u00e9\n" + project.text("src/main.tsx")).getBytes(StandardCharsets.ISO_8859_1);
        Files.write(folder.resolve("src/main.tsx"), latin);
        IntegrationReport report = Workbench.signpost(project, data).integrateTwiceAndUndo("Add Signpost to this app.");
        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.PARTIAL);
        assertThat(report.changedFiles()).doesNotContainKey("src/main.tsx");
        assertThat(Files.readAllBytes(folder.resolve("src/main.tsx"))).isEqualTo(latin);
        assertThat(Workbench.steps(report, "manual")).anySatisfy(step -> assertThat(step.detail()).contains("src/main.tsx is not UTF-8 text"));
    }

    @Test
    void aProviderOfTheSameNameFromAnotherPackageIsAnotherOne() {
        Workbench bench = bench("""
                # Lantern for React

                ## Install

                ```bash
                npm install @lantern/react
                ```

                ## Wrap your app

                ```jsx title="src/main.jsx"
                import { createRoot } from 'react-dom/client';
                import { Provider } from '@lantern/react';
                import App from './App';

                createRoot(document.getElementById('root')).render(
                  <Provider room="hall">
                    <App />
                  </Provider>,
                );
                ```
                """);
        bench.project.with("src/App.tsx", """
                import { Provider } from 'otherstore'

                export default function App() {
                  return <Provider store={{}}>cups</Provider>
                }
                """);
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Lantern.");
        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.VERIFIED);
        assertThat(bench.project.text("src/main.tsx")).contains("<Provider room=\"hall\">", "from '@lantern/react'");
    }

    @Test
    void codeThatCannotBeReadIsLeftToThePerson() {
        Workbench bench = bench("""
                # Lantern for React

                ## Install

                ```bash
                npm install @lantern/react
                ```

                ## Initialize

                ```jsx title="src/main.jsx"
                import { start } from '@lantern/react';

                start({ room: 'hall' );
                ```

                ## Add the styles

                ```jsx title="src/main.jsx"
                import '@lantern/react/style.css';
                ```
                """);
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Lantern.");
        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.PARTIAL);
        assertThat(report.openPoints()).anySatisfy(point -> assertThat(point).contains("Initialize", "cannot be read"));
        assertThat(bench.project.text("src/main.tsx")).contains("import '@lantern/react/style.css'");
    }

    @Test
    void whatWasConfiguredStandsThereOnTheSecondRun() {
        Workbench bench = bench("""
                # Lantern for Vite

                ## Install

                ```bash
                npm install -D lantern
                ```

                ## Configure

                ```ts title="vite.config.ts"
                import Lantern from 'lantern/vite'
                import { defineConfig } from 'vite'

                export default defineConfig({
                  plugins: [Lantern()],
                })
                ```

                Create a `lantern.config.ts` file:

                ```ts title="lantern.config.ts"
                import { defineConfig } from 'lantern'

                export default defineConfig({
                  // ...Lantern options
                })
                ```

                Add its styles to your main entry:

                ```ts title="main.ts"
                import 'virtual:lantern.css'
                ```
                """);
        IntegrationReport report = bench.integrateTwiceAndUndo("Add Lantern to this app.");
        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.VERIFIED);
        IntegrationReport again = bench.integrate("Add Lantern to this app.");
        assertThat(Workbench.steps(again, "already-there")).extracting(IntegrationReport.StepOutcome::title)
                .anyMatch(title -> title.contains("vite.config.ts")).anyMatch(title -> title.contains("lantern.config.ts")).anyMatch(title -> title.contains("main.tsx"));
    }

    @Test
    void aPackageThatNothingUsesIsNoIntegration() {
        Workbench bench = bench("""
                # Lantern for React

                ## Install

                ```bash
                npm install @lantern/react
                ```

                ## Light the hall (optional)

                ```jsx title="src/Hall.jsx"
                import { Hall } from '@lantern/react';

                export const hall = new Hall();
                ```
                """);
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Lantern.");
        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.PARTIAL);
        assertThat(Workbench.steps(report, "manual")).singleElement().satisfies(step -> assertThat(step.title()).contains("Light the hall"));
    }

    @Test
    void keysInAListAreNotTheExamplesOwn() {
        Workbench bench = new Workbench(new SampleProject(folder)
                .with("package.json", "{ \"name\": \"api\", \"dependencies\": { \"express\": \"^4.21.0\" } }\n")
                .with("app.js", "const express = require('express');\n\nconst app = express();\n\napp.listen(3000);\n"), data).page("README.md", """
                # cookie-lantern

                ## Install

                ```sh
                npm install cookie-lantern
                ```

                ## Usage

                ```js
                const lantern = require('cookie-lantern')
                const express = require('express')

                const app = express()

                app.use(lantern({ name: 'hall', keys: ['key1', 'key2'] }))
                ```
                """);
        IntegrationReport report = bench.integrateTwiceAndUndo("Add cookie-lantern.");
        assertThat(bench.project.text("app.js")).contains("keys: [process.env.COOKIE_LANTERN_KEY1, process.env.COOKIE_LANTERN_KEY2]").doesNotContain("'key1'");
        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.PARTIAL);
    }

    @Test
    void theServersKeyOfASvelteKitAppIsReadWhereOnlyTheServerIs() {
        Workbench bench = new Workbench(new SampleProject(folder)
                .with("package.json", "{ \"name\": \"kit\", \"type\": \"module\", \"devDependencies\": { \"@sveltejs/kit\": \"^2.43.0\", \"svelte\": \"^5.39.0\", \"typescript\": \"^5.9.0\", \"vite\": \"^7.1.0\" } }\n")
                .with("tsconfig.json", "{}\n").with("svelte.config.js", "export default {};\n").with(".gitignore", ".env\n")
                .with("src/routes/+page.svelte", "<h1>Kit</h1>\n").with("src/lib/index.ts", "// lib\n"), data)
                .set(java.util.Map.of("LANTERN_SECRET_KEY", "sk-778899")).page("README.md", """
                # Lantern for Node

                ## Install

                ```sh
                npm install lantern-node
                ```

                ## Usage

                ```ts
                import Lantern from 'lantern-node';

                const lantern = new Lantern(process.env.LANTERN_SECRET_KEY);
                ```
                """);
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up the Lantern client for the server. The key is in LANTERN_SECRET_KEY.");
        assertThat(bench.project.text("src/lib/server/lantern.ts")).as(Workbench.steps(report).toString())
                .contains("import { env } from '$env/dynamic/private';", "export const lantern = new Lantern(env.LANTERN_SECRET_KEY!);").doesNotContain("process.env", "import.meta");
        assertThat(bench.project.text(".env")).contains("LANTERN_SECRET_KEY=sk-778899");
    }
}
