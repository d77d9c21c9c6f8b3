package community.likeminds.agent.agents.coding.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.SampleProject;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartPageTests {

    private static final String KIT = """
            # Campfire UI kit for React

            ## Installation

            ```bash
            npm install @campfire/ui
            ```

            ## Render the wall

            Put this into `src/App.jsx`:

            ```jsx
            import { Campfire, Wall } from '@campfire/ui';
            import '@campfire/ui/dist/style.css';

            const campfire = new Campfire({ apiKey: 'YOUR_API_KEY' });

            export default function App() {
              return <Wall client={campfire} userId="ENTER_USER_ID" />;
            }
            ```
            """;

    @TempDir
    Path folder;

    @TempDir
    Path data;

    @Test
    void aStartPageIsReplacedOnRequest() {
        Workbench bench = new Workbench(SampleProject.viteReact(folder), data).page("react.md", KIT)
                .set(Map.of("CAMPFIRE_API_KEY", "cf-123456", "CAMPFIRE_USER_ID", "user-9876"));
        IntegrationReport report = bench.integrateTwiceAndUndo("Replace the start page with the Campfire wall.");

        assertThat(report.status()).as(Workbench.steps(report).toString()).isEqualTo(IntegrationReport.VERIFIED);
        String app = bench.project.text("src/App.tsx");
        assertThat(app).contains("<Wall client={campfire} userId={import.meta.env.VITE_CAMPFIRE_USER_ID} />", "apiKey: import.meta.env.VITE_CAMPFIRE_API_KEY",
                "'@campfire/ui/dist/style.css'").doesNotContain("cups", "cf-123456", "YOUR_API_KEY");
        assertThat(bench.project.text(".env.local")).contains("VITE_CAMPFIRE_API_KEY=cf-123456\n", "VITE_CAMPFIRE_USER_ID=user-9876\n");
        assertThat(bench.project.has("src/App.jsx")).isFalse();
    }

    @Test
    void withoutThatWishTheUsersPageStays() {
        Workbench bench = new Workbench(SampleProject.viteReact(folder), data).page("react.md", KIT)
                .set(Map.of("CAMPFIRE_API_KEY", "cf-123456", "CAMPFIRE_USER_ID", "user-9876"));
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up the Campfire UI kit.");
        assertThat(report.status()).isEqualTo(IntegrationReport.PARTIAL);
        assertThat(report.openPoints()).anySatisfy(point -> assertThat(point).contains("Render the wall", "react.md"));
        assertThat(bench.project.text("src/App.tsx")).contains("// counts cups", "setCups(cups + 1)");
    }
}
