package community.likeminds.agent.agents.coding.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.SampleProject;
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
}
