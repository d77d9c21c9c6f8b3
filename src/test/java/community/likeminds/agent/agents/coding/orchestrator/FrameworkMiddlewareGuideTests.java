package community.likeminds.agent.agents.coding.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.SampleProject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a guide tells the application of a server itself, beside or without middleware of the SDK. */
class FrameworkMiddlewareGuideTests {

    private static final String NEST = """
            import { NestFactory } from '@nestjs/core';
            import { AppModule } from './app.module';

            async function bootstrap() {
              const app = await NestFactory.create(AppModule);
              await app.listen(3000);
            }
            bootstrap();
            """;

    @TempDir
    Path folder;

    @TempDir
    Path data;

    private SampleProject nest(String main) {
        return new SampleProject(folder)
                .with("package.json", "{\n  \"name\": \"api\",\n  \"dependencies\": {\n    \"@nestjs/common\": \"^11.0.0\",\n    \"@nestjs/core\": \"^11.0.0\",\n    \"@nestjs/platform-express\": \"^11.0.0\"\n  }\n}\n")
                .with("tsconfig.json", "{}\n")
                .with("src/app.module.ts", "import { Module } from '@nestjs/common';\n\n@Module({ imports: [] })\nexport class AppModule {}\n")
                .with("src/main.ts", main);
    }

    private SampleProject express() {
        return new SampleProject(folder)
                .with("package.json", "{\n  \"name\": \"web\",\n  \"type\": \"module\",\n  \"dependencies\": {\n    \"express\": \"^5.1.0\"\n  }\n}\n")
                .with("src/index.js", "import express from 'express'\n\nconst app = express()\n\napp.get('/', (req, res) => res.send('hi'))\n\napp.listen(3000)\n");
    }

    private static final String SHIELD = """
            # Shield

            Shield sets the headers that keep browsers safe.

            ## Use with Express (default)

            ```bash
            $ npm i --save shield-headers
            ```

            ```typescript
            import shield from 'shield-headers';
            // somewhere in your initialization file
            app.use(shield());
            ```

            ## Use with Fastify

            ```bash
            $ npm i --save @fastify/shield
            ```

            ```typescript
            import shield from '@fastify/shield'
            await app.register(shield)
            ```
            """;

    @Test
    void aPageWithASectionForTheServerBelowNestIsAGuide() {
        Workbench bench = new Workbench(nest(NEST), data).page("shield.md", SHIELD);
        IntegrationReport report = bench.integrateTwiceAndUndo("Add shield-headers to the API");

        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.VERIFIED);
        assertThat(bench.project.text("src/main.ts"))
                .contains("import shield from 'shield-headers';")
                .contains("  const app = await NestFactory.create(AppModule);\n  // somewhere in your initialization file\n  app.use(shield());\n");
        assertThat(bench.project.text("package.json")).contains("\"shield-headers\"").doesNotContain("@fastify/shield");
    }

    private static final String BODIES = """
            # Bodykit

            ## Installation

            ```bash
            npm install bodykit
            ```

            ## Setup

            Enable large bodies in your `main.ts`:

            ```typescript
            import { json } from 'express';

            app.use(json({ limit: '50mb' }));
            ```

            Then register Bodykit:

            ```typescript
            import { bodykit } from 'bodykit';

            app.use(bodykit());
            ```
            """;

    @Test
    void middlewareOfTheFrameworkAloneIsTakenOver() {
        Workbench bench = new Workbench(nest(NEST), data).page("setup.md", BODIES);
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Bodykit");

        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.VERIFIED);
        assertThat(bench.project.text("src/main.ts")).contains("app.use(json({ limit: '50mb' }));", "app.use(bodykit());", "import { json } from 'express';");
    }

    @Test
    void middlewareWithOtherArgumentsStaysAndIsSaid() {
        String main = NEST.replace("  await app.listen", "  app.use(json({ limit: '1mb' }));\n  await app.listen").replace("import { AppModule", "import { json } from 'express';\nimport { AppModule");
        Workbench bench = new Workbench(nest(main), data).page("setup.md", BODIES);
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Bodykit");

        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.PARTIAL);
        assertThat(bench.project.text("src/main.ts")).contains("limit: '1mb'").doesNotContain("50mb");
    }

    private static final String VIEWS = """
            # Template engines

            To use Pugsy, install its npm package:

            ```bash
            $ npm install pugsy
            ```

            Then set the view engine of your application:

            ```js
            app.set('view engine', 'pugsy')
            app.set('views', './views')
            ```
            """;

    @Test
    void settingsOfExpressAreMade() {
        Workbench bench = new Workbench(express(), data).page("engines.md", VIEWS);
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up the Pugsy template engine");

        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.VERIFIED);
        assertThat(bench.project.text("src/index.js")).contains("const app = express()\n\napp.set('view engine', 'pugsy')\napp.set('views', './views')\n");
    }

    @Test
    void underNestASettingOfExpressIsThePersonsUnlessTheTypeHasIt() {
        Workbench bench = new Workbench(nest(NEST), data).page("engines.md", VIEWS);
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up the Pugsy template engine");

        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.PARTIAL);
        assertThat(bench.project.text("src/main.ts")).isEqualTo(NEST);
    }

    @Test
    void middlewareThatIsRequiredWhereItIsUsedIsImported() {
        Workbench bench = new Workbench(express(), data).page("squeeze.md", """
                # squeezer

                ## Installation

                ```bash
                npm install squeezer
                ```

                ## Usage

                ```js
                app.use(require('squeezer')())
                ```
                """);
        IntegrationReport report = bench.integrateTwiceAndUndo("Add squeezer");

        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.VERIFIED);
        assertThat(bench.project.text("src/index.js")).contains("import squeezer from 'squeezer'", "app.use(squeezer())").doesNotContain("require");
    }
}
