package community.likeminds.agent.agents.coding.codeplanning;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.coding.SampleProject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenerationsTests {

    @TempDir
    Path folder;

    private boolean others(String text, String vue, List<String> beside) {
        new SampleProject(folder).with("package.json", "{ \"dependencies\": { \"vue\": \"" + vue + "\", \"react\": \"^19.0.0\" } }\n");
        return Generations.others(text, beside, Given.project(folder));
    }

    @ParameterizedTest
    @CsvSource({
        "Lantern (for Vue 2), ^3.5.0, true",
        "Lantern (for Vue 2), ^2.7.0, false",
        "Usage with Vue 3, ^2.7.0, true",
        "Vue 2 and 3, ^3.5.0, false",
        "Vue 2 & Vue 3, ^3.5.0, false",
        "Vue 2 or later, ^3.5.0, false",
        "Vue.js <3, ^3.5.0, true",
        "Lantern 2, ^3.5.0, false",
        "Vue, ^3.5.0, false",
        "Nuxt 2, ^3.5.0, false"
    })
    void aTextForAnotherGenerationIsForOtherProjects(String text, String vue, boolean others) {
        assertThat(others(text, vue, List.of())).isEqualTo(others);
    }

    @Test
    void anEarlierVersionHoldsAsLongAsNothingFitsBetter() {
        assertThat(others("React 18", "^3.5.0", List.of("React 18"))).isFalse();
        assertThat(others("React 18", "^3.5.0", List.of("React 18", "React 17 and below"))).isFalse();
        assertThat(others("React 17 and below", "^3.5.0", List.of("React 18", "React 17 and below"))).isTrue();
        assertThat(others("React 18", "^3.5.0", List.of("React 18", "React 19+"))).isTrue();
    }
}
