package community.likeminds.agent.agents.coding.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.SampleProject;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentGuideTests {

    private static final String GUIDE = """
            # Signpost for React

            ```bash
            npm install @signpost/react
            ```

            Add your credentials to `.env`:

            ```bash title=".env"
            VITE_SIGNPOST_KEY=%s
            ```

            ```tsx title="src/main.tsx"
            import { createRoot } from 'react-dom/client';
            import { SignpostProvider } from '@signpost/react';
            import App from './App';

            createRoot(document.getElementById('root')!).render(
              <SignpostProvider apiKey={import.meta.env.VITE_SIGNPOST_KEY}>
                <App />
              </SignpostProvider>,
            );
            ```
            """;

    @TempDir
    Path folder;

    @TempDir
    Path data;

    private Workbench bench(String placeholder) {
        return new Workbench(SampleProject.viteReact(folder), data).page("react.md", GUIDE.formatted(placeholder));
    }

    @ParameterizedTest
    @CsvSource({
        "<ph_project_token>, ph_project_token",
        "<ph_project_token>, PH_PROJECT_TOKEN",
        "\"YOUR_WRITE_TOKEN\", YOUR_WRITE_TOKEN",
        "'YOUR_WRITE_TOKEN', WRITE_TOKEN",
        "{{publishable token}}, PUBLISHABLE_TOKEN",
        "your-publishable-token, SIGNPOST_PUBLISHABLE_TOKEN",
        "[insert dsn here], dsn",
        "<your key>, VITE_SIGNPOST_KEY",
        "<your key>, SIGNPOST_KEY"
    })
    void aValueIsTakenUnderTheNameOfThePlaceholderOrOfTheVariable(String placeholder, String name) {
        Workbench bench = bench(placeholder).set(Map.of(name, "value-4711"));
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Signpost.");

        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.VERIFIED);
        assertThat(bench.project.files().entrySet().stream().filter(file -> file.getValue().contains("value-4711")).map(file -> file.getKey() + ": " + file.getValue().strip()))
                .containsExactly(".env.local: VITE_SIGNPOST_KEY=value-4711");
    }

    @Test
    void aValueForSomethingElseIsNotTaken() {
        Workbench bench = bench("<ph_project_token>").set(Map.of("SIGNPOST_REGION", "value-4711"));
        IntegrationReport report = bench.integrate("Set up Signpost.");

        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.PARTIAL);
        assertThat(bench.project.files().getOrDefault(".env.local", "")).doesNotContain("VITE_SIGNPOST_KEY=value-4711");
    }

    @Test
    void aMissingValueIsAskedForOnceUnderEveryNameThatIsTaken() {
        Workbench bench = bench("<ph_project_token>");
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Signpost.");

        assertThat(report.status()).isEqualTo(IntegrationReport.PARTIAL);
        assertThat(Workbench.steps(report, "manual")).singleElement()
                .satisfies(step -> assertThat(step.detail()).contains("--set VITE_SIGNPOST_KEY=...", "SIGNPOST_KEY", "ph_project_token"));
    }

    @Test
    void whatABuildToolSaysOfItselfIsNoVariableToSet() {
        Workbench bench = new Workbench(SampleProject.viteReact(folder), data).page("start.md", """
                # Gauge

                ## Installation

                ```bash
                npm install gauge-js
                ```

                ## Usage

                ```ts title="src/gauge.ts"
                import gauge from 'gauge-js'

                export const client = gauge.init({ debug: import.meta.env.MODE === 'development', strict: import.meta.env.PROD })
                ```
                """);
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Gauge.");

        assertThat(report.steps()).as(Workbench.steps(report).toString()).noneMatch(step -> step.title().contains("MODE") || step.title().contains("PROD"));
        assertThat(bench.project.has(".env.example")).isFalse();
        assertThat(bench.project.text("src/gauge.ts")).contains("import.meta.env.MODE");
    }
}
