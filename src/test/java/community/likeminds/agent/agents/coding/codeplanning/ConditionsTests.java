package community.likeminds.agent.agents.coding.codeplanning;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.coding.SampleProject;
import community.likeminds.agent.agents.coding.requirementanalysis.RequestReader;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionsTests {

    @TempDir
    Path folder;

    private boolean holds(String prose) {
        SampleProject.viteReact(folder);
        return new Conditions(Given.project(folder), RequestReader.read("Set up Acme.")).hold(prose);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "",
        "Install the package:",
        "If you are using React, wrap the app:",
        "If you're using TypeScript, add the types:",
        "For React 18 or above, use the new root:",
        "If you use Vite, add the plugin:",
        "In your main file, import the styles.",
        "For more comfort, add the provider:",
        "If you use React 19, do this:"
    })
    void holdFor(String prose) {
        assertThat(holds(prose)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "If you are using Vue, register the plugin:",
        "For Next.js, add this to the layout:",
        "If you use React 17, do this:",
        "For React < 18, use the old root:",
        "Alternatively, use the hook:",
        "If you want to change the theme, pass it:",
        "If your app uses Angular:",
        "If you are using yarn, run:"
    })
    void doNotHoldFor(String prose) {
        assertThat(holds(prose)).isFalse();
    }
}
