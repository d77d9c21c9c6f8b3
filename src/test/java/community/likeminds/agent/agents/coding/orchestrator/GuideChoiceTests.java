package community.likeminds.agent.agents.coding.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.SampleProject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which page of many guides, and what of it is meant. */
class GuideChoiceTests {

    @TempDir
    Path folder;

    @TempDir
    Path data;

    private static final String PROVIDER = """
            # Get started with Harbor

            ## Install

            ```bash
            npm install @harbor/react
            ```

            ## Add the provider

            ```jsx title="main.jsx"
            import ReactDOM from 'react-dom/client';
            import { HarborClient, HarborProvider } from '@harbor/react';
            import App from './App';

            const harbor = new HarborClient();

            ReactDOM.createRoot(document.getElementById('root')).render(
              <HarborProvider client={harbor}>
                <App />
              </HarborProvider>
            );
            ```
            """;

    private Workbench express() {
        return new Workbench(new SampleProject(folder)
                .with("package.json", "{\n  \"name\": \"gateway\",\n  \"type\": \"module\",\n  \"dependencies\": {\n    \"express\": \"^5.1.0\"\n  }\n}\n")
                .with("src/app.js", "import express from \"express\";\n\nexport const app = express();\napp.use(express.json());\n"), data);
    }

    private Workbench react() {
        return new Workbench(SampleProject.viteReact(folder), data);
    }

    @Test
    void aGuideForAnotherFrameworkIsNone() {
        Workbench bench = react().page("harbor-in-asp-net.md", PROVIDER.replace("Get started with Harbor", "How to use Harbor for React in ASP.NET")).page("start.md", PROVIDER);
        IntegrationReport report = bench.integrate("Set up Harbor.");
        assertThat(report.guide()).isNotNull().satisfies(guide -> assertThat(guide.page()).isEqualTo("start.md"));
    }

    @Test
    void aPackageForAnotherFrameworkIsRefused() {
        Workbench bench = express().page("lint.md", "# Linting Harbor queries\n\n## Set up\n\n```js\nimport { useHarbor } from '@harbor/react'\n\nexport const harbor = useHarbor()\n```\n");
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Harbor in this app.");
        assertThat(report.status()).isEqualTo(IntegrationReport.FAILED);
        assertThat(report.changedFiles()).isEmpty();
    }

    @Test
    void theProjectsMajorVersionIsThatOfTheSdkAndNotOfItsFramework() {
        Workbench bench = react().page("v4/start.md", PROVIDER);
        assertThat(bench.integrate("Set up Harbor.").guide()).isNotNull().satisfies(guide -> assertThat(guide.page()).isEqualTo("v4/start.md"));
    }

    @Test
    void whatAGuidePresupposesIsDoneFirst() {
        Workbench bench = react().page("start.md", PROVIDER).page("tracing.md", """
                # Tracing with Harbor

                This guide assumes that you've already set up Harbor, see [get started](./start.md).

                ## Set up tracing

                ```jsx title="src/tracing.js"
                import { HarborTracer } from '@harbor/react';

                export const tracer = new HarborTracer();
                ```
                """);
        IntegrationReport report = bench.integrateTwiceAndUndo("Add Harbor tracing.");
        assertThat(report.guide()).isNotNull().satisfies(guide -> assertThat(guide.page()).isEqualTo("tracing.md"));
        assertThat(bench.project.text("src/main.tsx")).contains("<HarborProvider client={harbor}>");
        assertThat(bench.project.text("src/tracing.ts")).contains("new HarborTracer()");
        assertThat(Workbench.steps(report)).filteredOn(step -> step.contains("dependency @harbor/react")).hasSize(1);
    }

    @Test
    void whereTheSetUpOnlyInstallsTheExampleShowsTheUse() {
        Workbench bench = express().page("README.md", """
                # harbor-gate

                ## Installation

                ```sh
                npm install harbor-gate
                ```

                ## API

                ```js
                var gate = require('harbor-gate')
                ```

                ## Example

                ```js
                var express = require('express')
                var gate = require('harbor-gate')

                var app = express()
                app.use(gate({ secret: 'keyboard cat' }))
                ```
                """);
        IntegrationReport report = bench.integrateTwiceAndUndo("Add harbor-gate.");
        assertThat(bench.project.text("src/app.js")).contains("app.use(gate({ secret: process.env.").doesNotContain("keyboard cat");
        assertThat(report.openPoints()).anyMatch(point -> point.contains("SECRET"));
    }

    @Test
    void theNameThatTheRequestSaysIsTheVariablesName() {
        Workbench bench = express().page("README.md", """
                # Harbor Node.js SDK

                ## Install

                ```sh
                npm install harbor
                ```

                ## Setup

                ```js
                import { Harbor } from 'harbor'

                const harbor = new Harbor('hb_xxxxxxxx')
                ```
                """);
        bench.integrateTwiceAndUndo("Set up Harbor. The key comes from HARBOR_API_KEY.");
        assertThat(bench.project.text("src/harbor.js")).contains("new Harbor(process.env.HARBOR_API_KEY)");
    }

    @Test
    void aHookIsNoClientAndAQueryIsNone() {
        Workbench bench = react().page("queries.md", "# Harbor queries\n\n## Install\n\n```sh\nnpm install @harbor/react\n```\n\n## Usage\n\n```js\nimport { gql, useHarbor } from '@harbor/react'\n\n"
                + "const QUERY = gql`{ boats { id } }`\nconst result = useHarbor(QUERY)\n```\n");
        bench.integrateTwiceAndUndo("Set up Harbor.");
        assertThat(bench.project.files().keySet()).noneMatch(path -> path.contains("QUERY") || path.contains("result"));
    }

    @Test
    void aPackageThatIsAlwaysUsedWithAnotherFrameworkIsRefused() {
        Workbench bench = react();
        for (String name : new String[] {"start", "plugins", "stores"}) {
            bench.page(name + ".md", "# Harbor " + name + "\n\n## Set up\n\n```bash\nnpm install harbor\n```\n\n```js\nimport { createApp } from 'vue'\nimport { createHarbor } from 'harbor'\n\n"
                    + "createApp(App).use(createHarbor()).mount('#app')\n```\n");
        }
        bench.page("options.md", "# Harbor for everyone\n\n## Set up\n\n```js\nimport { createHarbor } from 'harbor'\n\nexport const harbor = createHarbor()\n```\n");
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Harbor.");
        assertThat(report.status()).isEqualTo(IntegrationReport.FAILED);
        assertThat(report.changedFiles()).isEmpty();
    }

    @Test
    void thePageThatShowsTheRouteOfTheRequestIsItsGuide() {
        Workbench bench = new Workbench(new SampleProject(folder)
                .with("package.json", "{ \"name\": \"api\", \"type\": \"module\", \"dependencies\": { \"express\": \"^5.1.0\" } }\n")
                .with("app.js", "import express from 'express'\n\nconst app = express()\n\napp.get('/', (req, res) => res.send('hi'))\n\napp.listen(3000)\n"), data)
                .page("getting-started.md", """
                # Get started with Parrot

                ## Installation

                ```sh
                npm install parrot
                ```

                ## Usage

                ```js
                import express from 'express'
                import { parrot } from 'parrot'

                const app = express()

                app.use(parrot())
                ```
                """)
                .page("speaking.md", """
                # Parrot speaks aloud

                ## Add the endpoint

                ```sh
                npm install parrot
                ```

                ```js
                import express from 'express'
                import { talk } from 'parrot'

                const app = express()

                app.post('/api/talk', talk())
                ```
                """);
        IntegrationReport report = bench.integrate("Set up Parrot at /api/talk.");
        assertThat(report.guide().page()).as(Workbench.steps(report).toString()).isEqualTo("speaking.md");
        assertThat(report.status()).as("a route of the project's own is the person's").isNotEqualTo(IntegrationReport.VERIFIED);
    }

    @Test
    void aPageAboutTheWayFromAnotherVersionIsNoGuide() {
        Workbench bench = new Workbench(SampleProject.viteReact(folder), data).page("migrating-to-4.md", """
                # Migrating to Lantern 4

                ## Installation

                ```sh
                npm install lantern@4
                ```
                """);
        assertThat(bench.integrate("Set up Lantern.").status()).isEqualTo(IntegrationReport.FAILED);
        assertThat(bench.project.text("package.json")).doesNotContain("lantern");
        assertThat(bench.integrate("Upgrade Lantern to version 4.").changedFiles()).containsKey("package.json");
    }

    private static final String MANIFESTS = """
            # Operation lists

            ## 1. Generate the list

            ```bash
            npm install @harbor/lists
            ```

            The list of Harbor looks like this:

            ```json title="operation-list.json"
            { "format": "harbor-list", "version": 1 }
            ```
            """;

    @Test
    void aPageAboutSomethingElseThatWritesNoCodeIsNoGuide() {
        Workbench bench = express().page("lists.md", MANIFESTS).page("start.md", PROVIDER);
        IntegrationReport report = bench.integrateTwiceAndUndo("Add Harbor.");
        assertThat(report.status()).isEqualTo(IntegrationReport.FAILED);
        assertThat(report.changedFiles()).isEmpty();
    }

    @Test
    void aPageThatTheRequestNamesMayWriteNoCode() {
        Workbench bench = express().page("lists.md", MANIFESTS).page("start.md", PROVIDER);
        IntegrationReport report = bench.integrate("Add the operation list of Harbor.");
        assertThat(report.guide()).isNotNull().satisfies(guide -> assertThat(guide.page()).isEqualTo("lists.md"));
    }
}
