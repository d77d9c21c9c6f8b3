package community.likeminds.agent.agents.coding.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.SampleProject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Providers of Angular applications, in the call that starts them or in a configuration, whichever the guide and the project have. */
class AngularStartGuideTests {

    @TempDir
    Path folder;

    @TempDir
    Path data;

    private static final String CALLED = """
            # Lantern for Angular

            ```bash
            npm install @lantern/angular
            ```

            ## Setup

            Provide it when the application starts:

            ```typescript
            import { bootstrapApplication } from '@angular/platform-browser';
            import { provideLantern } from '@lantern/angular';
            import { AppComponent } from './app/app.component';

            bootstrapApplication(AppComponent, {
              providers: [
                provideLantern({ level: 'warn', end: '})' }), // required
              ]
            }).catch((err) => console.error(err));
            ```
            """;

    private static final String CONFIGURED = """
            # Lantern for Angular

            ```bash
            npm install @lantern/angular
            ```

            ## Setup

            ```typescript {filename:app.config.ts}
            import { ApplicationConfig } from '@angular/core';
            import { provideLantern } from '@lantern/angular';

            export const appConfig: ApplicationConfig = {
              providers: [provideLantern({ level: 'warn' })],
            };
            ```
            """;

    private SampleProject angular(String main) {
        return new SampleProject(folder)
                .with("package.json", "{\n  \"dependencies\": {\n    \"@angular/common\": \"^20.0.0\",\n    \"@angular/core\": \"^20.0.0\",\n    \"@angular/platform-browser\": \"^20.0.0\"\n  },\n  \"devDependencies\": {\n    \"typescript\": \"~5.8.2\"\n  }\n}\n")
                .with("angular.json", "{}\n")
                .with("tsconfig.json", "{}\n")
                .with("src/main.ts", main)
                .with("src/app/app.ts", "import { Component } from '@angular/core';\n\n@Component({ selector: 'app-root', template: '' })\nexport class App {}\n");
    }

    private SampleProject configured() {
        return angular("""
                import { bootstrapApplication } from '@angular/platform-browser';
                import { appConfig } from './app/app.config';
                import { App } from './app/app';

                bootstrapApplication(App, appConfig)
                  .catch((err) => console.error(err));
                """)
                .with("src/app/app.config.ts", """
                        import { ApplicationConfig, provideBrowserGlobalErrorListeners } from '@angular/core';

                        export const appConfig: ApplicationConfig = {
                          providers: [
                            provideBrowserGlobalErrorListeners(),
                          ]
                        };
                        """);
    }

    private SampleProject inline() {
        return angular("""
                import { bootstrapApplication } from '@angular/platform-browser';
                import { provideHttpClient } from '@angular/common/http';
                import { App } from './app/app';

                bootstrapApplication(App, {
                  providers: [provideHttpClient()],
                }).catch((err) => console.error(err));
                """);
    }

    @Test
    void whatAGuideProvidesInTheCallJoinsTheConfiguration() {
        SampleProject project = configured();
        String main = project.text("src/main.ts");
        Workbench bench = new Workbench(project, data).page("angular.md", CALLED);
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Lantern.");

        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.VERIFIED);
        assertThat(bench.project.text("src/main.ts")).isEqualTo(main);
        assertThat(bench.project.text("src/app/app.config.ts"))
                .contains("import { provideLantern } from '@lantern/angular';", "provideBrowserGlobalErrorListeners(),", "provideLantern({ level: 'warn', end: '})' })")
                .doesNotContain("bootstrapApplication", "AppComponent").containsOnlyOnce("@angular/core");
    }

    @Test
    void itJoinsTheProjectsOwnCall() {
        Workbench bench = new Workbench(inline(), data).page("angular.md", CALLED);
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Lantern.");

        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.VERIFIED);
        assertThat(bench.project.text("src/main.ts"))
                .contains("providers: [provideHttpClient(), provideLantern({ level: 'warn', end: '})' })]", "import { provideLantern } from '@lantern/angular';")
                .containsOnlyOnce("bootstrapApplication(").doesNotContain("AppComponent");
    }

    @ParameterizedTest
    @ValueSource(strings = {CALLED, CONFIGURED})
    void aStartWithoutAnyProvidersGetsThem(String page) {
            SampleProject project = angular("""
                    import { bootstrapApplication } from '@angular/platform-browser';
                    import { App } from './app/app';

                    bootstrapApplication(App).catch((err) => console.error(err));
                    """);
            Workbench bench = new Workbench(project, data).page("angular.md", page);
            IntegrationReport report = bench.integrateTwiceAndUndo("Set up Lantern.");

            assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.VERIFIED);
            assertThat(bench.project.text("src/main.ts"))
                    .containsPattern("bootstrapApplication\\(App, \\{\\s*providers: \\[\\s*provideLantern\\(\\{ level: 'warn'[^}]*").contains("import { provideLantern } from '@lantern/angular';", ".catch((err) => console.error(err));")
                    .containsOnlyOnce("bootstrapApplication(").doesNotContain("AppComponent", "ApplicationConfig");
            assertThat(bench.project.has("src/app/app.config.ts")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/app/app.module.ts", "src/app/app-module.ts"})
    void aModuleOfTheGuideJoinsTheApplicationsModule(String file) {
        String module = """
                import { NgModule } from '@angular/core';
                import { BrowserModule } from '@angular/platform-browser';
                import { AppComponent } from './app.component';

                @NgModule({
                  declarations: [AppComponent],
                  imports: [BrowserModule],
                  providers: [],
                  bootstrap: [AppComponent],
                })
                export class AppModule {}
                """;
        String main = "import { platformBrowser } from '@angular/platform-browser';\nimport { AppModule } from './app/app-module';\n\nplatformBrowser().bootstrapModule(AppModule);\n";
            Workbench bench = new Workbench(angular(main.replace("app-module", file.contains("app-") ? "app-module" : "app.module")).with(file, module), data).page("angular.md", """
                    # Lantern for Angular

                    ```bash
                    npm install @lantern/angular
                    ```

                    ## Setup

                    Import it in your root module:

                    ```typescript
                    import { LanternModule } from '@lantern/angular';

                    @NgModule({
                      imports: [
                        BrowserModule,
                        LanternModule.forRoot({ level: 'warn' }),
                      ],
                    })
                    export class AppModule {}
                    ```
                    """);
            IntegrationReport report = bench.integrateTwiceAndUndo("Set up Lantern.");

            assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.VERIFIED);
            assertThat(bench.project.text(file)).contains("imports: [BrowserModule, LanternModule.forRoot({ level: 'warn' })]", "import { LanternModule } from '@lantern/angular';")
                    .containsOnlyOnce("@NgModule");
    }

    @Test
    void whatAGuideConfiguresJoinsTheCall() {
        Workbench bench = new Workbench(inline(), data).page("angular.md", CONFIGURED);
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Lantern.");

        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.VERIFIED);
        assertThat(bench.project.text("src/main.ts")).contains("providers: [provideHttpClient(), provideLantern({ level: 'warn' })]").doesNotContain("appConfig", "ApplicationConfig");
        assertThat(bench.project.has("src/app/app.config.ts")).isFalse();
    }

    @Test
    void theFrameworksOwnProvidersComeAlongOnce() {
        String page = CALLED.replace("import { provideLantern }", "import { provideAnimations } from '@angular/platform-browser/animations';\nimport { provideHttpClient, withFetch } from '@angular/common/http';\nimport { provideLantern }")
                .replace("    provideLantern(", "    provideAnimations(),\n    provideHttpClient(withFetch()),\n    provideLantern(");
        Workbench bench = new Workbench(inline(), data).page("angular.md", page);
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Lantern.");

        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.VERIFIED);
        assertThat(bench.project.text("src/main.ts")).contains("provideHttpClient(), provideAnimations(), provideLantern(", "import { provideAnimations } from '@angular/platform-browser/animations';")
                .containsOnlyOnce("provideHttpClient(").doesNotContain("withFetch");
    }

    @Test
    void anApplicationThatIsStartedOtherwiseIsLeftToThePerson() {
        Workbench bench = new Workbench(angular("""
                import { bootstrapApplication } from '@angular/platform-browser';
                import { App } from './app/app';
                import { settings } from './settings';

                bootstrapApplication(App, settings());
                """), data).page("angular.md", CALLED);
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Lantern.");

        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.PARTIAL);
        assertThat(bench.project.text("src/main.ts")).doesNotContain("Lantern");
    }
}
