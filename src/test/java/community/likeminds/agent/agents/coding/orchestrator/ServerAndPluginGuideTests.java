package community.likeminds.agent.agents.coding.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.SampleProject;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerAndPluginGuideTests {

    @TempDir
    Path folder;

    @TempDir
    Path data;

    private SampleProject express(String body) {
        return new SampleProject(folder)
                .with("package.json", "{\n\t\"name\": \"api\",\n\t\"type\": \"module\",\n\t\"dependencies\": {\n\t\t\"express\": \"^5.1.0\"\n\t}\n}\n")
                .with("src/server.js", body);
    }

    private static final String PLAIN = """
            import express from 'express';

            const app = express();
            app.use(express.json());

            // everything about orders
            app.get('/orders', (req, res) => res.json([]));

            app.listen(3000);
            """;

    private static final String MIDDLEWARE = """
            # guardpost

            Middleware that turns away callers without a badge.

            ## Installation

            ```sh
            $ npm install guardpost
            ```

            ## Usage

            ```js
            import express from 'express'
            import { guardpost } from 'guardpost'

            const app = express()

            app.use(guardpost({ secret: 'your-secret-key' }))
            ```

            ## API

            ```js
            guardpost.configure({ level: 3 })
            ```
            """;

    @Test
    void middlewareGoesBeforeTheRoutes() {
        Workbench bench = new Workbench(express(PLAIN), data).page("README.md", MIDDLEWARE).set(Map.of("GUARDPOST_SECRET", "very-secret-1"));
        IntegrationReport report = bench.integrateTwiceAndUndo("Protect this API with guardpost.");

        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.VERIFIED);
        String server = bench.project.text("src/server.js");
        assertThat(server).contains("import { guardpost } from 'guardpost';", "app.use(guardpost({ secret: process.env.GUARDPOST_SECRET }));");
        assertThat(server.indexOf("guardpost({")).isLessThan(server.indexOf("app.get('/orders'"));
        assertThat(bench.project.text("package.json")).contains("\t\t\"guardpost\": \"^1.4.2\"");
        assertThat(bench.project.text(".env")).isEqualTo("GUARDPOST_SECRET=very-secret-1\n");
        assertThat(bench.project.text(".gitignore")).isEqualTo(".env\n");
        assertThat(bench.project.files().entrySet().stream().filter(file -> file.getValue().contains("very-secret-1")).map(Map.Entry::getKey))
                .containsExactly(".env");
    }

    @Test
    void commonJsStaysCommonJs() {
        SampleProject project = new SampleProject(folder)
                .with("package.json", "{\n  \"name\": \"api\",\n  \"dependencies\": {\n    \"express\": \"^5.1.0\"\n  }\n}\n")
                .with("app.js", "const express = require('express');\n\nconst app = express();\n\napp.get('/', (req, res) => res.send('hi'));\n\nmodule.exports = app;\n");
        Workbench bench = new Workbench(project, data).page("README.md", MIDDLEWARE);
        IntegrationReport report = bench.integrateTwiceAndUndo("Protect this API with guardpost.");

        assertThat(Workbench.steps(report, "applied")).isNotEmpty();
        assertThat(project.text("app.js")).contains("require('guardpost')").doesNotContain("import ");
    }

    private SampleProject vite() {
        return new SampleProject(folder)
                .with("package.json", "{\n  \"name\": \"site\",\n  \"type\": \"module\",\n  \"dependencies\": {\n    \"vue\": \"^3.5.0\"\n  },\n"
                        + "  \"devDependencies\": {\n    \"@vitejs/plugin-vue\": \"^6.0.0\",\n    \"vite\": \"^7.0.0\"\n  }\n}\n")
                .with("index.html", "<div id=\"app\"></div><script type=\"module\" src=\"/src/main.js\"></script>\n")
                .with("vite.config.js", "import { defineConfig } from 'vite'\nimport vue from '@vitejs/plugin-vue'\n\n"
                        + "export default defineConfig({\n  plugins: [\n    vue(),\n  ],\n})\n")
                .with("src/App.vue", "<script setup>\nconst name = 'site'\n</script>\n\n<template>\n  <h1>{{ name }}</h1>\n</template>\n")
                .with("src/main.js", "import { createApp } from 'vue'\nimport App from './App.vue'\nimport './style.css'\n\n// one app\ncreateApp(App).mount('#app')\n")
                .with("src/style.css", "body { margin: 0 }\n");
    }

    @Test
    void aVuePluginIsRegisteredBeforeTheAppIsMounted() {
        Workbench bench = new Workbench(vite(), data).page("vue.md", """
                # Lantern for Vue

                ## Install

                ```bash
                npm i @lantern/vue
                ```

                ## Register the plugin

                ```js
                // main.js
                import { createApp } from 'vue'
                import { createLantern } from '@lantern/vue'
                import '@lantern/vue/style.css'
                import App from './App.vue'

                const app = createApp(App)
                app.use(createLantern({ siteId: '<YOUR_SITE_ID>' }))
                app.mount('#app')
                ```
                """).set(Map.of("LANTERN_SITE_ID", "site-4711"));
        IntegrationReport report = bench.integrateTwiceAndUndo("Add Lantern to this Vue app.");

        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.VERIFIED);
        String main = bench.project.text("src/main.js");
        assertThat(main).contains("import '@lantern/vue/style.css'", "createLantern({ siteId: import.meta.env.VITE_LANTERN_SITE_ID })", "// one app", "import './style.css'");
        assertThat(main.indexOf("createLantern({")).isLessThan(main.indexOf("mount("));
    }

    @Test
    void ofSeveralTabsTheBundlersOwnIsTaken() {
        Workbench bench = new Workbench(vite(), data).page("readme.mdx", """
                # Paperclip

                ## Installation

                <Tabs>
                <TabItem value="npm" label="npm">

                ```bash
                npm install -D paperclip-vite
                ```

                </TabItem>
                <TabItem value="yarn" label="Yarn">

                ```bash
                yarn add -D paperclip-vite
                ```

                </TabItem>
                </Tabs>

                ## Configure your bundler

                <Tabs>
                <TabItem value="webpack" label="Webpack">

                ```js title="webpack.config.js"
                const { PaperclipWebpack } = require('paperclip-webpack')

                module.exports = { plugins: [new PaperclipWebpack()] }
                ```

                </TabItem>
                <TabItem value="vite" label="Vite">

                ```ts title="vite.config.ts"
                import { defineConfig } from 'vite'
                import paperclip from 'paperclip-vite'

                export default defineConfig({
                  plugins: [paperclip({ fold: true })],
                })
                ```

                </TabItem>
                </Tabs>
                """);
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Paperclip in this project.");

        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.VERIFIED);
        assertThat(report.changedFiles()).containsOnlyKeys("package.json", "vite.config.js");
        assertThat(bench.project.text("vite.config.js")).contains("import paperclip from 'paperclip-vite'", "vue(),", "paperclip({ fold: true })");
        assertThat(bench.project.text("package.json")).contains("\"paperclip-vite\": \"^1.4.2\"").doesNotContain("webpack");
        assertThat(bench.project.text("package.json").indexOf("paperclip")).isGreaterThan(bench.project.text("package.json").indexOf("devDependencies"));
    }

    private static final String TRACES = """
            # NestJS

            ## Install

            ```sh
            npm install @lantern/nest
            ```

            ## Register the module

            ```ts title="src/app.module.ts"
            import { Module } from '@nestjs/common';
            import { LanternModule } from '@lantern/nest';

            @Module({
              imports: [LanternModule.forRoot({ sample: 0.5 })],
            })
            export class AppModule {}
            ```

            ## Every request

            Add the interceptor before the application listens:

            ```ts title="src/main.ts"
            import { NestFactory } from '@nestjs/core';
            import { LanternInterceptor } from '@lantern/nest';
            import { AppModule } from './app.module';

            async function bootstrap() {
              const app = await NestFactory.create(AppModule);
              app.useGlobalInterceptors(new LanternInterceptor());
              await app.listen(3000);
            }
            bootstrap();
            ```
            """;

    @Test
    void aNestModuleAndTheStartOfItsServerAreJoined() {
        SampleProject nest = new SampleProject(folder)
                .with("package.json", "{\n  \"name\": \"api\",\n  \"dependencies\": {\n    \"@nestjs/common\": \"^11.0.0\",\n    \"@nestjs/core\": \"^11.0.0\"\n  }\n}\n")
                .with("src/app.module.ts", """
                        import { Module } from '@nestjs/common';
                        import { CatsModule } from './cats.module';

                        @Module({
                          imports: [CatsModule],
                        })
                        export class AppModule {}
                        """)
                .with("src/main.ts", """
                        import { NestFactory } from '@nestjs/core';
                        import { AppModule } from './app.module';

                        async function bootstrap() {
                          const app = await NestFactory.create(AppModule);
                          await app.listen(process.env.PORT ?? 3000);
                        }
                        bootstrap();
                        """);
        Workbench bench = new Workbench(nest, data).page("nest.md", TRACES);
        IntegrationReport report = bench.integrateTwiceAndUndo("Trace requests with Lantern.");

        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.VERIFIED);
        assertThat(bench.project.text("src/app.module.ts")).contains("imports: [CatsModule, LanternModule.forRoot({ sample: 0.5 })]");
        assertThat(bench.project.text("src/main.ts"))
                .contains("app.useGlobalInterceptors(new LanternInterceptor());\n  await app.listen(process.env.PORT ?? 3000);");
    }

    private static final String SETTINGS = """
            # NestJS

            ```sh
            npm install @lantern/nest
            ```

            ## Register the module

            ```ts title="src/app.module.ts"
            import { Module } from '@nestjs/common';
            import { LanternModule } from '@lantern/nest';

            @Module({
              imports: [LanternModule.forRoot({ sample: 0.5 })],
            })
            export class AppModule {}
            ```

            ## Prepare the application

            The dashboard calls your API from browsers.

            ```ts title="src/main.ts"
            import { NestFactory } from '@nestjs/core';
            import { ValidationPipe } from '@nestjs/common';
            import { AppModule } from './app.module';

            async function bootstrap() {
              const app = await NestFactory.create(AppModule);
              app.enableCors({ origin: true });
              app.useGlobalPipes(new ValidationPipe());
              app.enableShutdownHooks();
              await app.listen(3000);
            }
            bootstrap();
            ```
            """;

    private SampleProject nest(String settings) {
        return new SampleProject(folder)
                .with("package.json", "{\n  \"name\": \"api\",\n  \"dependencies\": {\n    \"@nestjs/common\": \"^11.0.0\",\n    \"@nestjs/core\": \"^11.0.0\"\n  }\n}\n")
                .with("src/app.module.ts", "import { Module } from '@nestjs/common';\n\n@Module({\n  imports: [],\n})\nexport class AppModule {}\n")
                .with("src/main.ts", """
                        import { NestFactory } from '@nestjs/core';
                        import { AppModule } from './app.module';

                        async function bootstrap() {
                          const server = await NestFactory.create(AppModule);
                        %s  await server.listen(process.env.PORT ?? 3000);
                        }
                        bootstrap();
                        """.formatted(settings));
    }

    @Test
    void settingsOfANestApplicationAreTakenOver() {
        Workbench bench = new Workbench(nest(""), data).page("nest.md", SETTINGS);
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Lantern.");

        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.VERIFIED);
        assertThat(bench.project.text("src/main.ts")).contains("import { ValidationPipe } from '@nestjs/common';", """
                  server.enableCors({ origin: true });
                  server.useGlobalPipes(new ValidationPipe());
                  server.enableShutdownHooks();
                  await server.listen(process.env.PORT ?? 3000);
                """);
    }

    @Test
    void settingsOfANestApplicationThatDifferAreThePersons() {
        Workbench bench = new Workbench(nest("  server.enableCors({ origin: 'https://shop.test' });\n"), data).page("nest.md", SETTINGS);
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Lantern.");

        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.PARTIAL);
        assertThat(bench.project.text("src/main.ts")).contains("server.enableCors({ origin: 'https://shop.test' });", "server.enableShutdownHooks();")
                .doesNotContain("origin: true");
        assertThat(Workbench.steps(report, "manual")).singleElement().satisfies(step -> assertThat(step.detail()).contains("enableCors"));
    }

    @Test
    void settingsOfANestApplicationShownAloneAreTakenOver() {
        String guide = SETTINGS.replaceAll("(?s)import \\{ NestFactory.*?create\\(AppModule\\);\n", "").replaceAll("(?s)  app\\.useGlobalPipes.*?bootstrap\\(\\);\n", "");
        Workbench bench = new Workbench(nest(""), data).page("nest.md", guide);
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Lantern.");

        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.VERIFIED);
        assertThat(bench.project.text("src/main.ts")).contains("  server.enableCors({ origin: true });\n");
    }
}
