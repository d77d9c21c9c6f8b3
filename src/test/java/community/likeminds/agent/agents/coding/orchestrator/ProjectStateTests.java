package community.likeminds.agent.agents.coding.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.SampleProject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Projects that do things in their own way, and guides with more than one way. */
class ProjectStateTests {

    @TempDir
    Path folder;

    @TempDir
    Path data;

    private static final String PLUGIN = """
            # lamp-store-plugin

            ## Quickstart

            1. Install with your favourite package manager: `npm i lamp-store-plugin`

            2. Add the plugin to the store:

            ```ts
            import { createStore } from 'lampstore'
            import remember from 'lamp-store-plugin'

            const lamps = createStore()
            lamps.use(remember)
            ```
            """;

    private SampleProject vue(String main) {
        return new SampleProject(folder)
                .with("package.json", """
                        {
                          "name": "hall",
                          "type": "module",
                          "scripts": { "build": "vite build" },
                          "dependencies": { "vue": "^3.5.0", "lampstore": "^2.0.0" },
                          "devDependencies": { "vite": "^7.0.0", "@vitejs/plugin-vue": "^6.0.0" }
                        }
                        """)
                .with("index.html", "<div id=\"app\"></div>\n<script type=\"module\" src=\"/src/main.js\"></script>\n")
                .with("vite.config.js", "import vue from '@vitejs/plugin-vue'\n\nexport default { plugins: [vue()] }\n")
                .with("src/App.vue", "<template>\n  <p>hall</p>\n</template>\n")
                .with("src/main.js", main);
    }

    @Test
    void aPluginIsPutOnTheInstanceThatTheProjectMakesInPlace() {
        Workbench bench = new Workbench(vue("""
                import { createApp } from 'vue'
                import { createStore } from 'lampstore'
                import App from './App.vue'

                createApp(App).use(createStore()).mount('#app')
                """), data).page("README.md", PLUGIN);
        IntegrationReport report = bench.integrateTwiceAndUndo("Add lamp-store-plugin.");
        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.VERIFIED);
        assertThat(bench.project.text("src/main.js"))
                .contains("import remember from 'lamp-store-plugin'", "const lamps = createStore()", "lamps.use(remember)", "createApp(App).use(lamps).mount('#app')")
                .containsOnlyOnce("createStore()");
        assertThat(bench.project.text("package.json")).contains("\"lamp-store-plugin\"");
    }

    @Test
    void anInstanceWithOptionsInPlaceIsThePersonsToJoin() {
        Workbench bench = new Workbench(vue("""
                import { createApp } from 'vue'
                import { createStore } from 'lampstore'
                import App from './App.vue'

                createApp(App).use(createStore({ rooms: 3 })).mount('#app')
                """), data).page("README.md", PLUGIN);
        IntegrationReport report = bench.integrateTwiceAndUndo("Add lamp-store-plugin.");
        assertThat(report.status()).as(Workbench.steps(report).toString()).isNotEqualTo(IntegrationReport.VERIFIED);
        assertThat(bench.project.text("src/main.js")).containsOnlyOnce("createStore(");
    }

    @Test
    void ofFoldedPartsForEachFrameworkTheProjectsOneIsFollowed() {
        Workbench bench = new Workbench(SampleProject.viteReact(folder), data).page("README.md", """
                # lampquery

                ## Installation

                ```sh
                npm install lampquery
                ```

                ## Adapters

                You need to wrap your tree with an adapter for your framework.

                <details><summary>Next.js (app router)</summary>

                ```tsx
                // src/app/layout.tsx
                import { LampAdapter } from 'lampquery/next'

                export default function RootLayout({ children }) {
                  return <html><body><LampAdapter>{children}</LampAdapter></body></html>
                }
                ```

                </details>

                <details><summary>Plain React (SPA)</summary>

                ```tsx
                import { LampAdapter } from 'lampquery/react'

                createRoot(document.getElementById('root')!).render(
                  <LampAdapter>
                    <App />
                  </LampAdapter>
                )
                ```

                </details>

                <details><summary>React Router v7</summary>

                ```tsx
                // app/root.tsx
                import { LampAdapter } from 'lampquery/router'

                export default function App() {
                  return <LampAdapter><Outlet /></LampAdapter>
                }
                ```

                </details>
                """);
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up lampquery.");
        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.VERIFIED);
        assertThat(bench.project.text("src/main.tsx")).contains("from 'lampquery/react'", "<LampAdapter>");
        assertThat(report.changedFiles()).containsOnlyKeys("package.json", "src/main.tsx");
    }

    @Test
    void whatStandsWithinTheApplicationOfTheExampleIsNoProvider() {
        Workbench bench = new Workbench(SampleProject.viteReact(folder), data).page("README.md", """
                # lamphead

                ## Installation

                ```sh
                npm install lamphead
                ```

                ## Usage

                If you use libraries like Redux, you are already familiar with this way of doing things:

                ```jsx
                import { Head, HeadProvider } from 'lamphead';

                const app = (
                  <HeadProvider>
                    <App>
                      <Head>
                        <title>Hello</title>
                      </Head>
                      <h1>Hello</h1>
                    </App>
                  </HeadProvider>
                );

                createRoot(document.getElementById('app')).render(app);
                ```
                """);
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up lamphead.");
        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.VERIFIED);
        assertThat(bench.project.text("src/main.tsx")).contains("<HeadProvider>", "import { HeadProvider } from 'lamphead'").doesNotContain("<Head>", "Hello");
    }

    @Test
    void declarationsOfTypesAreReferredToInTheProjectsFile() {
        String guide = """
                # vite-plugin-lamp

                ## Installation

                ```sh
                npm install --save-dev vite-plugin-lamp
                ```

                ## Usage

                ```js
                // vite.config.js
                import lamp from "vite-plugin-lamp";

                export default {
                  // ...
                  plugins: [lamp()],
                };
                ```

                Then lamps can be imported:

                ```js
                import Desk from "./desk.lamp";
                ```

                If you are using TypeScript, add the following to `vite-env.d.ts`:

                ```ts
                /// <reference types="vite-plugin-lamp/client" />
                ```
                """;
        Workbench bench = new Workbench(SampleProject.viteReact(folder).with("src/vite-env.d.ts", "/// <reference types=\"vite/client\" />\n"), data).page("README.md", guide);
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up vite-plugin-lamp.");
        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.VERIFIED);
        assertThat(bench.project.text("src/vite-env.d.ts")).isEqualTo("/// <reference types=\"vite/client\" />\n/// <reference types=\"vite-plugin-lamp/client\" />\n");
        assertThat(report.openPoints()).anySatisfy(point -> assertThat(point).startsWith("Not applied from README.md").contains("Usage", "an example of its use"));
    }

    @Test
    void codeThatReadsAFileOfTheExampleIsLeftAndItsVariantsAreOnlySaid() {
        Workbench bench = new Workbench(new SampleProject(folder)
                .with("package.json", "{ \"name\": \"api\", \"dependencies\": { \"express\": \"^4.21.0\" } }\n")
                .with("app.js", "const express = require('express');\n\nconst app = express();\n\napp.get('/', (req, res) => res.send('hi'));\n\nmodule.exports = app;\n"), data).page("README.md", """
                # lamp-docs-express

                ## Usage

                ```sh
                npm install lamp-docs-express
                ```

                ```js
                const express = require('express');
                const app = express();
                const fs = require('fs');
                const lampDocs = require('lamp-docs-express');

                const file = fs.readFileSync('./lamps.yaml', 'utf8');

                app.use('/docs', lampDocs.serve, lampDocs.setup(file));
                ```

                ### With the explorer

                ```js
                const express = require('express');
                const app = express();
                const lampDocs = require('lamp-docs-express');

                app.use('/docs', lampDocs.serve, lampDocs.setup(null, { explorer: true }));
                ```
                """);
        IntegrationReport report = bench.integrateTwiceAndUndo("Serve our docs with lamp-docs-express.");
        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.PARTIAL);
        assertThat(bench.project.text("app.js")).doesNotContain("lampDocs");
        assertThat(Workbench.steps(report, "manual")).singleElement().satisfies(step -> assertThat(step.detail()).contains("lamps.yaml"));
        assertThat(report.openPoints()).anySatisfy(point -> assertThat(point).contains("With the explorer", "another way"));
    }
}
