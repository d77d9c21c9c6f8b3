package community.likeminds.agent.agents.coding.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.SampleProject;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NextGuideTests {

    @TempDir
    Path folder;

    @TempDir
    Path data;

    /** @param at {@code ""} or {@code "src/"} */
    private SampleProject next(String at) {
        return new SampleProject(folder)
                .with("package.json", "{\n  \"name\": \"blog\",\n  \"dependencies\": {\n    \"next\": \"16.0.1\",\n    \"react\": \"19.2.0\",\n    \"react-dom\": \"19.2.0\"\n  },\n"
                        + "  \"devDependencies\": {\n    \"typescript\": \"^5\"\n  }\n}\n")
                .with("tsconfig.json", "{}\n")
                .with(".gitignore", "/node_modules\n/.next/\n.env*\n")
                .with("next.config.ts", "import type { NextConfig } from \"next\";\n\nconst nextConfig: NextConfig = {};\n\nexport default nextConfig;\n")
                .with(at + "app/layout.tsx", """
                        import type { Metadata } from "next";
                        import "./globals.css";

                        export const metadata: Metadata = { title: "Blog" };

                        export default function RootLayout({ children }: Readonly<{ children: React.ReactNode }>) {
                          return (
                            <html lang="en">
                              <body>{children}</body>
                            </html>
                          );
                        }
                        """)
                .with(at + "app/page.tsx", "export default function Home() {\n  return <main>Posts</main>;\n}\n")
                .with(at + "app/globals.css", "body { margin: 0; }\n");
    }

    private static final String GUIDE = """
            # Use Harbor with Next.js

            ## Install

            ```bash
            npm install @harbor/react
            ```

            ## Create the providers

            ```tsx title="%s"
            'use client';

            import { HarborClient, HarborProvider } from '@harbor/react';

            const client = new HarborClient({ projectId: 'YOUR_PROJECT_ID' });

            export function Providers({ children }: { children: React.ReactNode }) {
              return <HarborProvider client={client}>{children}</HarborProvider>;
            }
            ```

            ## Wrap the layout

            ```tsx title="app/layout.tsx"
            import { Providers } from '%s';

            export default function RootLayout({ children }: { children: React.ReactNode }) {
              return (
                <html lang="en">
                  <body>
                    <Providers>{children}</Providers>
                  </body>
                </html>
              );
            }
            ```
            """;

    private void expect(Workbench bench, IntegrationReport report, String layout, String providers, String specifier) {
        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.VERIFIED);
        assertThat(bench.project.text(layout)).contains("from \"" + specifier + "\";", "<Providers>{children}</Providers>", "title: \"Blog\"", "./globals.css");
        assertThat(bench.project.text(providers)).startsWith("\"use client\"").contains("projectId: process.env.NEXT_PUBLIC_HARBOR_PROJECT_ID");
        assertThat(bench.project.text(".env.local")).isEqualTo("NEXT_PUBLIC_HARBOR_PROJECT_ID=p-123456\n");
        assertThat(report.changedFiles()).containsOnlyKeys("package.json", layout, providers, ".env.local");
    }

    @Test
    void theLayoutIsWrappedInAClientComponent() {
        Workbench bench = new Workbench(next(""), data).page("next.md", GUIDE.formatted("app/providers.tsx", "./providers"))
                .set(Map.of("HARBOR_PROJECT_ID", "p-123456"));
        expect(bench, bench.integrateTwiceAndUndo("Set up Harbor in this app."), "app/layout.tsx", "app/providers.tsx", "./providers");
    }

    @Test
    void aProjectWithASourceFolderKeepsItsFilesThere() {
        Workbench bench = new Workbench(next("src/"), data).page("next.md", GUIDE.formatted("app/providers.tsx", "./providers"))
                .set(Map.of("HARBOR_PROJECT_ID", "p-123456"));
        expect(bench, bench.integrateTwiceAndUndo("Set up Harbor in this app."), "src/app/layout.tsx", "src/app/providers.tsx", "./providers");
    }

    @Test
    void aBareNameLandsWhereTheLayoutImportsItFrom() {
        Workbench bench = new Workbench(next(""), data).page("next.md", GUIDE.formatted("providers.tsx", "./providers"))
                .set(Map.of("HARBOR_PROJECT_ID", "p-123456"));
        expect(bench, bench.integrateTwiceAndUndo("Set up Harbor in this app."), "app/layout.tsx", "app/providers.tsx", "./providers");
    }

    @Test
    void aModuleAboveTheAppFolderIsImportedByItsRelativePath() {
        Workbench bench = new Workbench(next("src/"), data).page("next.md", GUIDE.formatted("components/providers.tsx", "../components/providers"))
                .set(Map.of("HARBOR_PROJECT_ID", "p-123456"));
        expect(bench, bench.integrateTwiceAndUndo("Set up Harbor in this app."), "src/app/layout.tsx", "src/components/providers.tsx", "../components/providers");
    }

    @Test
    void aProviderThatTakesAnInstanceMovesIntoAComponentOfTheBrowser() {
        Workbench bench = new Workbench(next("src/"), data).page("react.md", """
                # Harbor for React

                ## Install

                ```bash
                npm install @harbor/react
                ```

                ## Provide the client

                ```tsx
                import { HarborClient, HarborProvider } from '@harbor/react'
                import { Posts } from './Posts'

                // Create a client
                const harborClient = new HarborClient({ cache: true })

                function App() {
                  return (
                    // Provide it to the app
                    <HarborProvider client={harborClient}>
                      <Posts />
                    </HarborProvider>
                  )
                }
                ```
                """);
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Harbor: the client and its provider.");
        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.VERIFIED);
        assertThat(bench.project.text("src/app/layout.tsx")).contains("<Providers>{children}</Providers>", "from \"./providers\";").doesNotContain("HarborClient");
        assertThat(bench.project.text("src/app/providers.tsx")).isEqualTo("""
                "use client";

                import { useState } from "react";
                import { HarborClient, HarborProvider } from "@harbor/react";

                export function Providers({ children }: { children: React.ReactNode }) {
                  const [harborClient] = useState(() => new HarborClient({ cache: true }));

                  return <HarborProvider client={harborClient}>{children}</HarborProvider>;
                }
                """);
    }

    /** @param directive first line of the component, with its line end */
    private String keyOfCodeThatIsLeftToThePerson(String directive) {
        Workbench bench = new Workbench(next(""), data).page("board.md", """
                # Harbor boards in Next.js

                ## Install

                ```bash
                npm install @harbor/boards
                ```

                ## Create the component

                Add a component named `Board.tsx` to your components.

                ```tsx
                %simport { Board, createBoard } from '@harbor/boards';

                export default function TeamBoard() {
                  const member = { apiKey: "YOUR_API_KEY", name: "YOUR_NAME" };
                  return <Board board={createBoard()} member={member} />;
                }
                ```
                """.formatted(directive)).set(Map.of("HARBOR_API_KEY", "k-123456"));
        bench.integrate("Add a page /board with the Harbor board. Use our signed-in member; the API key goes to the environment.");
        return bench.project.text(".env.local");
    }

    @Test
    void aKeyThatTheGuideTakesInTheBrowserIsPublishedThereThoughItsCodeIsLeftToThePerson() {
        assertThat(keyOfCodeThatIsLeftToThePerson("\"use client\";\n")).isEqualTo("NEXT_PUBLIC_HARBOR_API_KEY=k-123456\n");
    }

    @Test
    void aKeyThatMayBeTheServersStaysThere() {
        assertThat(keyOfCodeThatIsLeftToThePerson("")).isEqualTo("HARBOR_API_KEY=k-123456\n");
    }

    private SampleProject pagesProject() {
        return new SampleProject(folder)
                .with("package.json", "{\n  \"dependencies\": {\n    \"next\": \"^15.0.0\",\n    \"react\": \"^19.0.0\"\n  }\n}\n")
                .with("pages/_app.js", "export default function MyApp({ Component, pageProps }) {\n  return <Component {...pageProps} />\n}\n")
                .with("pages/index.js", "export default function Home() {\n  return <h1>Hello</h1>\n}\n");
    }

    @Test
    void aProjectOfThePagesRouterGetsItsProviderInItsAppFile() {
        Workbench bench = new Workbench(pagesProject(), data).page("react.md", """
                # Lantern for React

                ## Install

                ```bash
                npm install @lantern/react
                ```

                ## Wrap the app

                ```jsx title="src/main.jsx"
                import { createRoot } from 'react-dom/client'
                import { LanternProvider } from '@lantern/react'
                import App from './App'

                createRoot(document.getElementById('root')).render(
                  <LanternProvider room="hall">
                    <App />
                  </LanternProvider>,
                )
                ```
                """);
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Lantern.");
        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.VERIFIED);
        assertThat(bench.project.text("pages/_app.js")).contains("<LanternProvider room=\"hall\">", "<Component {...pageProps} />");
    }

    @Test
    void filesOfTheOtherRouterAreNotCreated() {
        Workbench bench = new Workbench(pagesProject(), data).page("next.md", """
                # Lantern for Next.js

                ## Install

                ```bash
                npm install @lantern/react
                ```

                ## Wrap the app

                ```jsx title="app/layout.jsx"
                import { LanternProvider } from '@lantern/react'

                export default function RootLayout({ children }) {
                  return (
                    <html>
                      <body>
                        <LanternProvider room="hall">{children}</LanternProvider>
                      </body>
                    </html>
                  )
                }
                ```
                """);
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Lantern.");
        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.PARTIAL);
        assertThat(bench.project.has("app/layout.jsx")).isFalse();
        assertThat(report.openPoints()).anySatisfy(point -> assertThat(point).contains("Pages Router"));
    }

    @Test
    void whatTheGuideTakesOutOfThePagesPropertiesIsReadFromThem() {
        Workbench bench = new Workbench(pagesProject(), data).page("start.md", """
                # Getting started

                ## Install Keyring

                ```bash
                npm install keyring-auth
                ```

                ## Add API route

                ```js title="pages/api/auth/[...keyring].js"
                import Keyring from "keyring-auth"

                export default Keyring({ providers: [] })
                ```

                ## Configure the shared session

                ```jsx title="pages/_app.jsx"
                import { SessionProvider } from "keyring-auth/react"

                export default function App({
                  Component,
                  pageProps: { session, ...pageProps },
                }) {
                  return (
                    <SessionProvider session={session}>
                      <Component {...pageProps} />
                    </SessionProvider>
                  )
                }
                ```
                """);
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Keyring.");

        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.VERIFIED);
        assertThat(bench.project.text("pages/_app.js")).contains("<SessionProvider session={pageProps.session}>", "<Component {...pageProps} />");
        assertThat(bench.project.has("pages/api/auth/[...keyring].js")).isTrue();
    }
}
