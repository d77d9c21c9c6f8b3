package community.likeminds.agent.agents.coding.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.coding.IntegrationPlan;
import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.SampleProject;
import community.likeminds.agent.project.analysis.IntegrationValidator.Missing;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plan says which version of a package it has to do with, and goes by the names that the installed one has. */
class AssumedVersionTests {

    private static final String GUIDE = """
            # Lantern for React

            ## Install

            ```bash
            npm install @lantern/react@5
            ```

            ## Add the provider

            ```tsx title="src/main.tsx"
            import { createRoot } from 'react-dom/client';
            import { LanternProvidr } from '@lantern/react';
            import App from './App';

            createRoot(document.getElementById('root')!).render(
              <LanternProvidr room="hall">
                <App />
              </LanternProvidr>,
            );
            ```
            """;

    @TempDir
    Path folder;

    @TempDir
    Path data;

    private Workbench bench(boolean declared) {
        SampleProject project = SampleProject.viteReact(folder);
        if (declared) {
            project.with("package.json", project.text("package.json").replace("\"react\":", "\"@lantern/react\": \"^4.3.0\",\n    \"react\":"));
        }
        return new Workbench(project, data).page("react.md", GUIDE.replace("Providr", "Provider"));
    }

    private static String dependency(IntegrationPlan plan) {
        return plan.steps().stream().filter(step -> step.title().contains("dependency @lantern/react")).findFirst().orElseThrow().detail();
    }

    @Test
    void theRegistrysVersionIsAssumedForWhatIsAdded() {
        assertThat(dependency(bench(false).plan("Set up Lantern."))).endsWith("The plan assumes 1.4.2, which the registry has for it.");
    }

    @Test
    void theGuidesVersionIsAssumedWhereTheRegistryCannotBeAsked() {
        Workbench bench = bench(false);
        bench.validator.reachable = false;
        assertThat(dependency(bench.plan("Set up Lantern."))).endsWith("The plan assumes 5, which the guide names.");
    }

    @Test
    void aPackageOfTheFrameworkIsOfTheProjectsVersion() {
        SampleProject project = new SampleProject(folder)
                .with("package.json", "{\n  \"dependencies\": {\n    \"@angular/common\": \"^20.1.0\",\n    \"@angular/core\": \"^20.1.0\"\n  }\n}\n")
                .with("angular.json", "{\n  \"projects\": {}\n}\n")
                .with("src/main.ts", "import { bootstrapApplication } from '@angular/platform-browser';\nimport { App } from './app/app';\n\nbootstrapApplication(App);\n")
                .with("src/app/app.ts", "import { Component } from '@angular/core';\n\n@Component({ selector: 'app-root', template: '' })\nexport class App {}\n");
        Workbench bench = new Workbench(project, data).page("lantern.md", """
                # Lantern for Angular

                ## Install

                ```bash
                npm install @lantern/angular @angular/animations
                ```
                """);
        bench.validator.reachable = false;
        IntegrationPlan plan = bench.plan("Install Lantern.");
        assertThat(plan.steps()).anySatisfy(step -> assertThat(step.detail())
                .contains("@angular/animations ^20.0.0 is declared", "published together with @angular/core", "assumes ^20.0.0, which goes with the project's @angular/core"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "package-lock.json | { \"packages\": { \"node_modules/@lantern/react\": { \"version\": \"4.3.7\" } } }",
        "yarn.lock | '\"@lantern/react@^4.3.0\":\n  version \"4.3.7\"\n'",
        "pnpm-lock.yaml | 'packages:\n\n  ''@lantern/react@4.3.7'':\n    resolution: {}\n'",
        "bun.lock | { \"packages\": { \"@lantern/react\": [\"@lantern/react@4.3.7\", \"\"] } }"
    })
    void theLockedVersionIsAssumedForWhatIsDeclared(String file, String text) {
        Workbench bench = bench(true);
        bench.project.with(file, text);
        IntegrationPlan plan = bench.plan("Set up Lantern.");
        assertThat(dependency(plan)).endsWith("The plan assumes 4.3.7, which " + file + " locks.");
        assertThat(plan.findings()).anySatisfy(finding -> assertThat(finding).contains("The guide is for @lantern/react 5", "4.3.7"));
    }

    @Test
    void theInstalledPackageDecidesNamesBeforeAnythingIsEdited() {
        Workbench bench = bench(true).page("react.md", GUIDE);
        Workbench own = new Workbench(bench.project.with("node_modules/@lantern/react/package.json", "{ \"name\": \"@lantern/react\", \"version\": \"4.3.7\" }\n"), data).page("react.md", GUIDE);
        own.validator.missing = texts -> texts.entrySet().stream().filter(one -> one.getValue().contains("LanternProvidr"))
                .map(one -> new Missing(one.getKey(), 1, 0, 1, "LanternProvidr", "LanternProvidr", List.of("LanternProvider"), true)).toList();
        IntegrationPlan plan = own.plan("Set up Lantern.");
        assertThat(plan.findings()).anySatisfy(finding -> assertThat(finding).contains("react.md, lines", "LanternProvidr", "@lantern/react 4.3.7 has LanternProvider"));
        assertThat(dependency(plan)).endsWith("The plan assumes 4.3.7, which is installed.");
        IntegrationReport report = own.apply(plan);
        assertThat(own.project.text("src/main.tsx")).contains("<LanternProvider room=\"hall\">").doesNotContain("Providr");
        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.VERIFIED);
    }

    @Test
    void aNameThatIsNotThereStopsItsStepWithTheNearestOnes() {
        Workbench own = new Workbench(bench(true).project.with("node_modules/@lantern/react/package.json", "{ \"name\": \"@lantern/react\", \"version\": \"4.3.7\" }\n"), data).page("react.md", GUIDE);
        own.validator.missing = texts -> texts.entrySet().stream().filter(one -> one.getValue().contains("LanternProvidr"))
                .map(one -> new Missing(one.getKey(), 1, 0, 1, "LanternProvidr", "LanternProvidr", List.of("LanternHost", "LanternRoom"), false)).toList();
        IntegrationReport report = own.integrateTwiceAndUndo("Set up Lantern.");
        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.PARTIAL);
        assertThat(own.project.text("src/main.tsx")).doesNotContain("Lantern");
        assertThat(Workbench.steps(report, "manual")).singleElement().satisfies(step -> assertThat(step.detail()).contains("@lantern/react 4.3.7", "LanternHost, LanternRoom"));
    }
}
