package community.likeminds.agent.agents.coding.codevalidation;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.coding.FakeValidator;
import community.likeminds.agent.agents.coding.SampleProject;
import community.likeminds.agent.agents.coding.codeplanning.Draft;
import community.likeminds.agent.agents.coding.requirementanalysis.ProjectInspector;
import community.likeminds.agent.processors.docs.Citation;
import community.likeminds.agent.project.analysis.IntegrationValidator.Check;
import community.likeminds.agent.project.analysis.IntegrationValidator.Formatting;
import community.likeminds.agent.project.analysis.IntegrationValidator.Linting;
import community.likeminds.agent.project.analysis.IntegrationValidator.Status;
import community.likeminds.agent.project.output.ChangeSets;
import community.likeminds.agent.project.output.RealOutput;
import community.likeminds.agent.shared.Progress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the ladder mends on its way: through the run, in a bounded number of rounds, and told. */
class MendingTests {

    private static final Draft DRAFT = new Draft(
            new Citation("docs", "a.md", "A", 1, 2), "", List.of(), List.of(), List.of(), List.of(), Set.of("acme"), List.of());

    @TempDir
    Path folder;

    @TempDir
    Path data;

    private final FakeValidator validator = new FakeValidator();
    private SampleProject project;

    @BeforeEach
    void makeProject() {
        project = SampleProject.viteReact(folder);
    }

    private Ladder.Proof climb(String path, String text) {
        try (ChangeSets.Run run = RealOutput.changeSets(data).begin(folder)) {
            run.write(path, text.getBytes(StandardCharsets.UTF_8));
            Ladder.Proof proof = new Ladder(validator).climb(DRAFT, new ProjectInspector().inspect(folder, ""), run, Map.of(path, text), List.of(), Map.of(), Progress.NONE);
            run.commit();
            return proof;
        }
    }

    private static Check failed(String name, String output) {
        return new Check(name, Status.FAILED, "It failed.", "run " + name, output, 1);
    }

    private static Check passed(String name) {
        return new Check(name, Status.PASSED, "It passed.", "run " + name, "", 1);
    }

    @Test
    void aBuildIsTriedAgainAfterItsErrorWasMendedAndUndoBringsEverythingBack() {
        Map<String, String> before = project.files();
        validator.building = () -> project.text("src/acme.ts").contains("unused")
                ? failed("build", "src/acme.ts(1,10): error TS6133: 'unused' is declared but its value is never read.") : passed("build");
        Ladder.Proof proof = climb("src/acme.ts", "import { init, unused } from 'acme'\ninit()\n");
        assertThat(project.text("src/acme.ts")).isEqualTo("import { init } from 'acme'\ninit()\n");
        assertThat(proof.checks()).extracting(check -> check.name() + " " + check.status()).contains("build passed", "repairs passed");
        assertThat(proof.corrections()).singleElement().asString().contains("TS6133", "src/acme.ts:1", "taken out");
        assertThat(proof.holds()).isTrue();
        RealOutput.changeSets(data).undo(folder);
        assertThat(project.files()).isEqualTo(before);
    }

    @Test
    void aRenamedFileIsUndoneAsWell() {
        Map<String, String> before = project.files();
        validator.building = () -> project.has("src/chat.ts")
                ? failed("build", "src/chat.ts:1:27: ERROR: The JSX syntax extension is not currently enabled") : passed("build");
        Ladder.Proof proof = climb("src/chat.ts", "export const Chat = () => <div>hi</div>\n");
        assertThat(project.has("src/chat.ts")).isFalse();
        assertThat(project.has("src/chat.tsx")).isTrue();
        assertThat(proof.moved()).containsExactly(Map.entry("src/chat.ts", "src/chat.tsx"));
        assertThat(proof.holds()).isTrue();
        RealOutput.changeSets(data).undo(folder);
        assertThat(project.files()).isEqualTo(before);
    }

    @Test
    void roundsAreBounded() {
        validator.building = () -> {
            validator.calls.add("build");
            return failed("build", "src/acme.ts(1,1): error TS2304: Cannot find name 'x" + validator.calls.size() + "'.");
        };
        validator.exports = new java.util.HashMap<>();
        for (int i = 0; i < 50; i++) {
            validator.exports.put("x" + i, List.of("acme"));
        }
        Ladder.Proof proof = climb("src/acme.ts", "x()\n");
        assertThat(proof.corrections()).hasSize(Repairs.MOST_ROUNDS);
        assertThat(proof.holds()).isFalse();
    }

    @Test
    void theLintersOwnCorrectionIsMadeAndTold() {
        validator.linting = texts -> Optional.of(texts.getOrDefault("src/acme.ts", "").contains("==")
                && !texts.get("src/acme.ts").contains("===")
                ? new Linting(failed("lint", ""), Map.of("src/acme.ts", "a === b\n"), List.of("src/acme.ts:1 Expected '===' (eqeqeq)"))
                : new Linting(passed("lint"), Map.of(), List.of()));
        Ladder.Proof proof = climb("src/acme.ts", "a == b\n");
        assertThat(project.text("src/acme.ts")).isEqualTo("a === b\n");
        assertThat(proof.checks()).anySatisfy(check -> assertThat(check.name() + " " + check.status()).isEqualTo("lint passed"));
        assertThat(proof.corrections()).singleElement().asString().contains("eqeqeq");
    }

    @Test
    void whatTheFormatterMadeIsWrittenThroughTheRun() {
        Map<String, String> before = project.files();
        validator.formatting = texts -> Optional.of(new Formatting(passed("format"), Map.of("src/acme.ts", "a();\n")));
        climb("src/acme.ts", "a( )\n");
        assertThat(project.text("src/acme.ts")).isEqualTo("a();\n");
        RealOutput.changeSets(data).undo(folder);
        assertThat(project.files()).isEqualTo(before);
    }

    @Test
    void testsThatFailNowAreHeldAgainstTheProofAndOnesThatCannotRunAreNot() {
        validator.answers.put("tests", Status.NOT_POSSIBLE);
        assertThat(climb("src/acme.ts", "a()\n").holds()).isTrue();
        validator.answers.put("tests", Status.FAILED);
        assertThat(climb("src/acme.ts", "b()\n").holds()).isFalse();
    }
}
