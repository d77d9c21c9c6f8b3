package community.likeminds.agent.agents.coding.codeplanning;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.coding.SampleProject;
import community.likeminds.agent.processors.code.RealCode;
import community.likeminds.agent.processors.docs.Citation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTests {

    private static final Citation HERE = new Citation("docs", "a.md", "A", 1, 2);

    @TempDir
    Path folder;

    private SampleProject project;
    private final List<String> open = new ArrayList<>();
    private List<String> said = List.of();

    @BeforeEach
    void prepare() {
        project = SampleProject.viteReact(folder);
    }

    private record Result(String expression, Workspace files, List<Draft.DraftStep> steps) {}

    private Result take(String name, String value, boolean browser) {
        Workspace files = Given.files(folder);
        Environment environment = new Environment(Given.project(folder), files, RealCode.edits(), said);
        String expression = environment.expression(name, value, browser, HERE);
        return new Result(expression, files, environment.steps(open));
    }

    @Test
    void browsersSeeOnlyPrefixedNames() {
        assertThat(take("ACME_KEY", "v-1234", true).expression()).isEqualTo("import.meta.env.VITE_ACME_KEY");
        assertThat(take("VITE_ACME_KEY", "v-1234", true).expression()).isEqualTo("import.meta.env.VITE_ACME_KEY");
    }

    @Test
    void aSecretGetsNoPrefixThatWouldPublishIt() {
        assertThat(take("ACME_CLIENT_SECRET", "v-1234", true).files().planned()).containsEntry(".env.local", "ACME_CLIENT_SECRET=v-1234\n");
    }

    @Test
    void theFileThatGitLeavesOutIsTaken() {
        project.with(".gitignore", ".env\n");
        assertThat(take("ACME_KEY", "v-1234", true).files().planned()).containsOnlyKeys(".env");
    }

    @Test
    void negatedRulesCount() {
        project.with(".gitignore", ".env*\n!.env.local\n");
        assertThat(take("ACME_KEY", "v-1234", true).files().planned()).containsOnlyKeys(".env");
    }

    @Test
    void aRuleIsAddedWhereNoneHolds() {
        project.with(".gitignore", "dist\r\n# env");
        Result result = take("ACME_KEY", "v-1234", true);
        assertThat(result.files().planned()).containsEntry(".gitignore", "dist\r\n# env\r\n.env.local\r\n").containsKey(".env.local");
        assertThat(result.files().ignored(".env.local")).isTrue();
    }

    @Test
    void anExampleFileNeverGetsTheValue() {
        project.with(".env.example", "OTHER=");
        Result result = take("ACME_KEY", "v-1234", true);
        assertThat(result.files().text(".env.example")).isEqualTo("OTHER=\nVITE_ACME_KEY=\n");
        assertThat(result.files().planned().entrySet().stream().filter(one -> one.getValue().contains("v-1234")).map(one -> one.getKey()))
                .containsExactly(".env.local");
    }

    @Test
    void aValueThatStandsThereStays() {
        project.with(".env.local", "VITE_ACME_KEY=mine\n");
        Result result = take("ACME_KEY", "v-1234", true);
        assertThat(result.files().planned()).isEmpty();
        assertThat(result.steps()).singleElement().satisfies(step -> assertThat(step.state()).isEqualTo(Draft.State.ALREADY_THERE));
    }

    @Test
    void aVariableWithoutAValueIsThePersonsStep() {
        Result result = take("ACME_KEY", "", true);
        assertThat(result.files().planned()).containsOnlyKeys(".env.example");
        assertThat(result.steps()).extracting(Draft.DraftStep::state).containsExactly(Draft.State.TO_DO, Draft.State.MANUAL);
        assertThat(result.steps().getLast()).satisfies(step -> {
            assertThat(step.step().title()).isEqualTo("Set VITE_ACME_KEY in .env.local");
            assertThat(step.detail()).contains("--set VITE_ACME_KEY=");
        });
        project.with(".env.example", "VITE_ACME_KEY=\n");
        assertThat(take("ACME_KEY", "", true).steps()).extracting(Draft.DraftStep::state).containsExactly(Draft.State.MANUAL);
    }

    @Test
    void aValueInAnyFileThatLocalDevelopmentReadsIsThere() {
        project.with(".env.example", "VITE_ACME_KEY=\n").with(".env", "VITE_ACME_KEY=there\n");
        assertThat(take("ACME_KEY", "", true).steps()).allSatisfy(step -> assertThat(step.state()).isEqualTo(Draft.State.ALREADY_THERE));
    }

    @Test
    void anEmptyValueInQuotesIsNone() {
        project.with(".env.example", "VITE_ACME_KEY=\n").with(".env.local", "VITE_ACME_KEY=\"\"\n");
        assertThat(take("ACME_KEY", "", true).steps()).extracting(Draft.DraftStep::state).containsExactly(Draft.State.MANUAL);
    }

    @Test
    void aVariableThatTheRequestSpeaksOfIsThereAsItSays() {
        said = List.of("ACME_KEY");
        assertThat(take("ACME_KEY", "", true).steps()).allSatisfy(step -> assertThat(step.state()).isNotEqualTo(Draft.State.MANUAL));
        assertThat(open).singleElement().satisfies(point -> assertThat(point).contains("VITE_ACME_KEY", "--set"));
    }
}
