package community.likeminds.agent.agents.coding.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.SampleProject;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebFrameworkGuideTests {

    @TempDir
    Path folder;

    @TempDir
    Path data;

    private SampleProject angular() {
        return new SampleProject(folder)
                .with("package.json", """
                        {
                          "name": "desk",
                          "dependencies": {
                            "@angular/core": "^20.0.0",
                            "@angular/platform-browser": "^20.0.0",
                            "@angular/router": "^20.0.0"
                          },
                          "devDependencies": {
                            "typescript": "~5.8.2"
                          }
                        }
                        """)
                .with("angular.json", "{}\n")
                .with("tsconfig.json", "{}\n")
                .with("src/main.ts", """
                        import { bootstrapApplication } from '@angular/platform-browser';
                        import { App } from './app/app';
                        import { appConfig } from './app/app.config';

                        bootstrapApplication(App, appConfig).catch((err) => console.error(err));
                        """)
                .with("src/app/app.config.ts", """
                        import { ApplicationConfig } from '@angular/core';
                        import { provideRouter } from '@angular/router';
                        import { routes } from './app.routes';

                        export const appConfig: ApplicationConfig = {
                          providers: [
                            provideRouter(routes),
                          ],
                        };
                        """)
                .with("src/app/app.routes.ts", "import { Routes } from '@angular/router';\n\nexport const routes: Routes = [];\n")
                .with("src/app/app.ts", "import { Component } from '@angular/core';\n\n@Component({ selector: 'app-root', template: '' })\nexport class App {}\n");
    }

    private static final String LANTERN = """
            # Lantern for Angular

            ```bash
            npm install @lantern/angular
            ```

            ## Register providers

            ```typescript {filename:app.config.ts}
            import { ApplicationConfig } from '@angular/core';
            import { provideLantern } from '@lantern/angular';

            export const appConfig: ApplicationConfig = {
              providers: [
                provideLantern({ level: 'warn' }),
              ],
            };
            ```
            """;

    @Test
    void providersJoinTheConfigurationThatTheAngularApplicationHas() {
        Workbench bench = new Workbench(angular(), data).page("angular.md", LANTERN);
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Lantern.");

        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.VERIFIED);
        assertThat(bench.project.text("src/app/app.config.ts")).contains("provideRouter(routes),", "provideLantern({ level: 'warn' }),");
        assertThat(bench.project.has("app.config.ts")).isFalse();
    }

    @Test
    void aConfigurationThatNothingImportsIsNotCreated() {
        SampleProject inline = angular().with("src/main.ts", """
                import { bootstrapApplication } from '@angular/platform-browser';
                import { App } from './app/app';

                bootstrapApplication(App, { providers: [] });
                """);
        inline.root().resolve("src/app/app.config.ts").toFile().delete();
        Workbench bench = new Workbench(inline, data).page("angular.md", LANTERN);
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Lantern.");

        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.VERIFIED);
        assertThat(bench.project.text("src/main.ts")).contains("provideLantern({ level: 'warn' })");
        assertThat(bench.project.files().keySet()).noneMatch(path -> path.endsWith("app.config.ts"));
    }

    @Test
    void angularCodeReadsNoEnvironment() {
        Workbench bench = new Workbench(angular(), data).page("angular.md", """
                # Lantern for Angular

                ```bash
                npm install @lantern/browser
                ```

                ```typescript {filename:main.ts}
                import { bootstrapApplication } from '@angular/platform-browser';
                import * as Lantern from '@lantern/browser';
                import { App } from './app/app';
                import { appConfig } from './app/app.config';

                Lantern.init({
                  siteKey: 'YOUR_SITE_KEY',
                });

                bootstrapApplication(App, appConfig).catch((err) => console.error(err));
                ```
                """).set(Map.of("YOUR_SITE_KEY", "site-778899"));
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Lantern.");

        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.PARTIAL);
        assertThat(bench.project.files().values()).noneMatch(text -> text.contains("process.env") || text.contains("site-778899"));
    }

    @Test
    void middlewareOfNextStandsBesideItsRoutes() {
        SampleProject next = new SampleProject(folder)
                .with("package.json", "{\n  \"dependencies\": {\n    \"next\": \"16.0.0\",\n    \"react\": \"19.0.0\"\n  }\n}\n")
                .with("tsconfig.json", "{}\n")
                .with("src/app/layout.tsx", "export default function RootLayout({ children }: { children: React.ReactNode }) {\n  return <html><body>{children}</body></html>\n}\n")
                .with("src/app/page.tsx", "export default function Page() {\n  return <h1>Shop</h1>\n}\n");
        Workbench bench = new Workbench(next, data).page("nextjs.md", """
                # Latch for Next.js

                ```bash
                npm install @latch/nextjs
                ```

                Set the key:

                ```bash title=".env.local"
                LATCH_SECRET_KEY=YOUR_LATCH_KEY
                ```

                ```ts title="middleware.ts"
                import { latchMiddleware } from '@latch/nextjs/server'

                export default latchMiddleware()
                ```
                """).set(Map.of("YOUR_LATCH_KEY", "sk-778899"));
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Latch.");

        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.VERIFIED);
        assertThat(bench.project.has("src/middleware.ts")).isTrue();
        assertThat(bench.project.has("middleware.ts")).isFalse();
        assertThat(bench.project.text(".env.local")).isEqualTo("LATCH_SECRET_KEY=sk-778899\n");
    }

    @Test
    void aConfigurationOfTheBuildReadsTheEnvironmentOfTheBuild() {
        Workbench bench = new Workbench(SampleProject.viteReact(folder), data).page("vite.md", """
                # Cartograph for Vite

                ```bash
                npm install cartograph-vite-plugin --save-dev
                ```

                ```js title="vite.config.js"
                import { defineConfig } from 'vite';
                import { cartograph } from 'cartograph-vite-plugin';

                export default defineConfig({
                  plugins: [
                    cartograph({
                      org: 'YOUR_ORG',
                      token: process.env.CARTOGRAPH_TOKEN,
                    }),
                  ],
                });
                ```
                """).set(Map.of("YOUR_ORG", "acme-inc", "CARTOGRAPH_TOKEN", "tok-778899"));
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Cartograph.");

        assertThat(bench.project.text("vite.config.ts")).contains("org: process.env.YOUR_ORG,", "token: process.env.CARTOGRAPH_TOKEN,").doesNotContain("import.meta");
        assertThat(report.findings().toString() + report.openPoints()).contains("from the environment of the build");
    }

    @Test
    void aPageThatNoRouteShowsIsNotCreated() {
        Workbench bench = new Workbench(SampleProject.viteReact(folder), data).page("react.md", """
                # Latch for React

                ```bash
                npm install @latch/react
                ```

                Create a page:

                ```tsx title="src/pages/SignIn.tsx"
                import { SignInForm } from '@latch/react'

                export default function SignIn() {
                  return <SignInForm />
                }
                ```

                Wrap your application:

                ```tsx title="src/main.tsx"
                import { LatchProvider } from '@latch/react'

                createRoot(document.getElementById('root')!).render(
                  <StrictMode>
                    <LatchProvider>
                      <App />
                    </LatchProvider>
                  </StrictMode>,
                )
                ```
                """);
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Latch.");

        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.PARTIAL);
        assertThat(bench.project.has("src/pages/SignIn.tsx")).isFalse();
        assertThat(bench.project.text("src/main.tsx")).contains("<LatchProvider>").doesNotContain("sdkStrictMode");
    }

    @Test
    void aPluginOfNuxtStandsInItsSourceFolderWhateverFrameworksTheDocumentationHas() {
        SampleProject nuxt = new SampleProject(folder)
                .with("package.json", "{\n  \"dependencies\": {\n    \"nuxt\": \"^4.1.0\"\n  }\n}\n")
                .with("nuxt.config.ts", "export default defineNuxtConfig({\n  devtools: { enabled: true },\n})\n")
                .with("app/app.vue", "<template>\n  <NuxtPage />\n</template>\n");
        Workbench bench = new Workbench(nuxt, data).page("nuxt.md", """
                # Lantern for Nuxt

                ```bash
                npm install @lantern/browser
                ```

                ```ts title="plugins/lantern.client.ts"
                import lantern from '@lantern/browser'

                export default defineNuxtPlugin(() => {
                  lantern.init({ level: 'warn' })
                })
                ```
                """);
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Lantern.");

        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.VERIFIED);
        assertThat(bench.project.files().keySet()).anyMatch(path -> path.startsWith("app/plugins/lantern.client."));
        assertThat(bench.project.has("plugins")).isFalse();
    }

    @Test
    void documentationForSvelteKitIsForSvelteKit() {
        SampleProject kit = new SampleProject(folder)
                .with("package.json", "{\n  \"dependencies\": {\n    \"@sveltejs/kit\": \"^2.22.0\",\n    \"svelte\": \"^5.0.0\"\n  }\n}\n")
                .with("src/routes/+page.svelte", "<h1>Notes</h1>\n");
        Workbench bench = new Workbench(kit, data).page("sveltekit/setup.md", """
                ---
                title: SvelteKit
                platform: sveltekit
                ---

                # SvelteKit

                ```bash
                npm install @lantern/browser
                ```

                ```js title="src/hooks.client.js"
                import lantern from '@lantern/browser'

                lantern.init({ level: 'warn' })
                ```
                """);
        IntegrationReport report = bench.integrate("Set up Lantern.");

        assertThat(bench.project.text("package.json")).as(Workbench.steps(report).toString()).contains("\"@lantern/browser\"");
    }

    @Test
    void whatHasToBeLoadedFirstIsAFileOfItsOwnAndLoadedFirst() {
        SampleProject express = new SampleProject(folder)
                .with("package.json", "{\n  \"name\": \"api\",\n  \"dependencies\": {\n    \"express\": \"^5.1.0\"\n  }\n}\n")
                .with("server.js", """
                        const express = require('express')

                        const app = express()

                        app.get('/orders', (req, res) => res.json([]))

                        app.listen(3000)
                        """);
        Workbench bench = new Workbench(express, data).page("express.md", """
                # Lantern for Express

                ```bash
                npm install @lantern/node
                ```

                Create a file named `instrument.js`:

                ```js
                // instrument.js
                const Lantern = require("@lantern/node");

                Lantern.init({ traces: true });
                ```

                Require it before any other module and add the error handler after all controllers:

                ```js
                require("./instrument.js");

                const Lantern = require("@lantern/node");
                const express = require("express");

                const app = express();

                app.get("/", (req, res) => {
                  res.end("Hello");
                });

                Lantern.setupExpressErrorHandler(app);

                app.listen(3000);
                ```
                """);
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Lantern.");

        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.VERIFIED);
        assertThat(bench.project.text("instrument.js")).contains("require('@lantern/node')", "Lantern.init({ traces: true })");
        String server = bench.project.text("server.js");
        assertThat(server).startsWith("require('./instrument.js')\n");
        assertThat(server.indexOf("setupExpressErrorHandler(app)")).isBetween(server.indexOf("app.get('/orders'"), server.indexOf("app.listen"));
    }

    @Test
    void aModuleThatNuxtsCommandAddsIsDeclaredAndListed() {
        SampleProject nuxt = new SampleProject(folder)
                .with("package.json", "{\n  \"dependencies\": {\n    \"nuxt\": \"^4.1.0\"\n  }\n}\n")
                .with("nuxt.config.ts", "export default defineNuxtConfig({\n  modules: ['@nuxt/eslint'],\n})\n")
                .with("app/app.vue", "<template>\n  <NuxtPage />\n</template>\n");
        Workbench bench = new Workbench(nuxt, data).page("nuxt.md", """
                # Lantern for Nuxt

                ```bash
                npx nuxi module add @lantern/nuxt
                ```
                """);
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Lantern.");

        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.VERIFIED);
        assertThat(bench.project.text("nuxt.config.ts")).contains("modules: ['@nuxt/eslint', '@lantern/nuxt'],");
        assertThat(bench.project.text("package.json")).contains("\"@lantern/nuxt\": \"^1.4.2\"");
    }

    @Test
    void theAddressOfAServiceIsTakenFromTheGuide() {
        Workbench bench = new Workbench(SampleProject.viteReact(folder), data).page("react.md", """
                # Lantern for React

                ```bash
                npm install @lantern/react
                ```

                ```bash title=".env.local"
                VITE_LANTERN_KEY=YOUR_LANTERN_KEY
                VITE_LANTERN_HOST=https://eu.lantern.dev
                ```

                ```tsx title="src/main.tsx"
                import { createRoot } from 'react-dom/client'
                import { LanternProvider } from '@lantern/react'
                import App from './App'

                createRoot(document.getElementById('root')!).render(
                  <LanternProvider apiKey={import.meta.env.VITE_LANTERN_KEY} host={import.meta.env.VITE_LANTERN_HOST}>
                    <App />
                  </LanternProvider>,
                )
                ```
                """).set(Map.of("LANTERN_KEY", "pub-778899"));
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Lantern.");

        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.VERIFIED);
        assertThat(bench.project.text(".env.local")).isEqualTo("VITE_LANTERN_KEY=pub-778899\nVITE_LANTERN_HOST=https://eu.lantern.dev\n");
    }

    @Test
    void aPluginThatIsImportedWhereItIsRegisteredIsImportedLikeTheOthers() {
        SampleProject fastify = new SampleProject(folder)
                .with("package.json", "{\n  \"type\": \"module\",\n  \"dependencies\": {\n    \"fastify\": \"^5.4.0\"\n  }\n}\n")
                .with("server.js", """
                        import Fastify from 'fastify'

                        const server = Fastify({ logger: true })

                        server.get('/health', async () => ({ ok: true }))

                        await server.listen({ port: 3000 })
                        """);
        Workbench bench = new Workbench(fastify, data).page("fastify.md", """
                # Lantern for Fastify

                ```bash
                npm install @lantern/fastify
                ```

                ```js
                import Fastify from 'fastify'

                const app = Fastify()

                await app.register(import('@lantern/fastify'), {
                  level: 'warn'
                })
                ```
                """);
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Lantern.");

        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.VERIFIED);
        String server = bench.project.text("server.js");
        assertThat(server).contains("import lanternFastify from '@lantern/fastify'", "await server.register(lanternFastify, {");
        assertThat(server.indexOf("server.register(")).isLessThan(server.indexOf("server.get("));
    }

    @Test
    void aProviderGoesAroundTheScreensOfExpoAndWhatIsShownBesideIsSaid() {
        SampleProject expo = new SampleProject(folder)
                .with("package.json", "{\n  \"main\": \"expo-router/entry\",\n  \"dependencies\": {\n    \"expo\": \"~53.0.0\",\n    \"expo-router\": \"~5.1.0\",\n    \"react\": \"19.0.0\"\n  }\n}\n")
                .with("tsconfig.json", "{}\n")
                .with("app/_layout.tsx", """
                        import { Stack } from 'expo-router';

                        export default function RootLayout() {
                          return <Stack />;
                        }
                        """);
        Workbench bench = new Workbench(expo, data).page("expo.md", """
                # Latch for Expo

                ```bash
                npx expo install @latch/expo
                ```

                ```tsx title="app/_layout.tsx"
                import { LatchProvider, SignedIn, LatchButton } from '@latch/expo'
                import { Slot } from 'expo-router'
                import { View } from 'react-native'

                export default function RootLayout() {
                  return (
                    <LatchProvider>
                      <View>
                        <SignedIn>
                          <LatchButton />
                        </SignedIn>
                      </View>
                      <Slot />
                    </LatchProvider>
                  )
                }
                ```
                """);
        IntegrationReport report = bench.integrateTwiceAndUndo("Add Latch.");

        assertThat(bench.project.text("app/_layout.tsx")).as(Workbench.steps(report).toString())
                .containsSubsequence("<LatchProvider>", "<Stack />", "</LatchProvider>").doesNotContain("Slot");
        assertThat(report.openPoints().toString()).as(bench.project.text("app/_layout.tsx")).contains("<LatchButton>");
    }

    @Test
    void aRouteOfTheSdkJoinsTheTableOfReactRouter() {
        SampleProject react = SampleProject.viteReact(folder).with("src/main.tsx", """
                import { StrictMode } from 'react';
                import { createRoot } from 'react-dom/client';
                import { createBrowserRouter, RouterProvider } from 'react-router-dom';
                import App from './App';

                const router = createBrowserRouter([
                  { path: '/', element: <App /> },
                ]);

                createRoot(document.getElementById('root')!).render(
                  <StrictMode>
                    <RouterProvider router={router} />
                  </StrictMode>,
                );
                """);
        Workbench bench = new Workbench(react, data).page("react.md", """
                # Latch for React

                ```bash
                npm install @latch/react
                ```

                ```tsx title="src/main.tsx"
                import { createRoot } from 'react-dom/client'
                import { createBrowserRouter, RouterProvider } from 'react-router-dom'
                import { LatchProvider, SignIn } from '@latch/react'
                import Home from './Home'

                const router = createBrowserRouter([
                  { path: '/', element: <Home /> },
                  { path: '/sign-in', element: <SignIn /> },
                ])

                createRoot(document.getElementById('root')!).render(
                  <LatchProvider>
                    <RouterProvider router={router} />
                  </LatchProvider>,
                )
                ```
                """);
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Latch.");

        assertThat(bench.project.text("src/main.tsx")).as(Workbench.steps(report).toString())
                .contains("{ path: '/', element: <App /> },\n  { path: '/sign-in', element: <SignIn /> },", "<LatchProvider>", "import { LatchProvider, SignIn } from '@latch/react'");
    }
}
