package community.likeminds.agent.agents.coding.codevalidation;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.coding.FakeValidator;
import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.agents.coding.SampleProject;
import community.likeminds.agent.agents.coding.codeplanning.Draft;
import community.likeminds.agent.agents.coding.requirementanalysis.ProjectInspector;
import community.likeminds.agent.processors.docs.Citation;
import community.likeminds.agent.project.analysis.IntegrationValidator.Missing;
import community.likeminds.agent.project.analysis.IntegrationValidator.Status;
import community.likeminds.agent.project.output.ChangeSets;
import community.likeminds.agent.project.output.RealOutput;
import community.likeminds.agent.shared.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LadderTests {

    private static final Draft DRAFT = new Draft(
            new Citation("docs", "a.md", "A", 1, 2), "", List.of(), List.of(), List.of(), List.of(), Set.of("acme"), List.of("hush-hush"));

    @TempDir
    Path folder;

    @TempDir
    Path data;

    private final FakeValidator validator = new FakeValidator();

    private Ladder.Proof climb(Map<String, String> texts, List<String> skip) {
        ProjectProfile profile = profile();
        try (ChangeSets.Run run = RealOutput.changeSets(data).begin(folder)) {
            Ladder.Proof proof = new Ladder(validator).climb(DRAFT, profile, run, texts, skip, Map.of("ACME_KEY", "hush-hush"), Progress.NONE);
            run.commit();
            return proof;
        }
    }

    private ProjectProfile profile() {
        if (!new SampleProject(folder).has("pom.xml")) {
            SampleProject.viteReact(folder);
        }
        return new ProjectInspector().inspect(folder, "");
    }

    private static List<String> told(Ladder.Proof proof) {
        return proof.checks().stream().map(check -> check.name() + " " + check.status()).toList();
    }

    @Test
    void stopsWhereTheSyntaxIsBroken() {
        validator.answers.put("syntax", Status.FAILED);
        Ladder.Proof proof = climb(Map.of("src/a.ts", "("), List.of());
        assertThat(told(proof)).containsExactly("syntax failed");
        assertThat(proof.holds()).isFalse();
        assertThat(validator.calls).containsExactly("syntax");
    }

    @Test
    void goesOnWithTheBuildWhenAnInnerRungFails() {
        validator.answers.put("secrets", Status.FAILED);
        validator.answers.put("peers", Status.FAILED);
        assertThat(told(climb(Map.of(), List.of()))).containsExactly(
                "syntax passed", "secrets failed", "install passed", "peers failed", "symbols passed", "build passed");
    }

    @Test
    void buildsNothingWithoutDependencies() {
        validator.answers.put("install", Status.FAILED);
        assertThat(told(climb(Map.of(), List.of()))).containsExactly(
                "syntax passed", "secrets passed", "install failed", "build not-possible");
    }

    @Test
    void whatWasLeftOutIsNoProof() {
        Ladder.Proof proof = climb(Map.of(), List.of("install", "build"));
        assertThat(told(proof)).containsExactly("syntax passed", "secrets passed", "install not-possible", "build not-possible");
        assertThat(proof.holds()).isFalse();
        assertThat(validator.calls).containsExactly("syntax", "secrets");
    }

    @Test
    void aLookThatIsNotPossibleIsNotHeldAgainstTheProof() {
        assertThat(climb(Map.of(), List.of()).holds()).isTrue();
        validator.answers.put("look", Status.FAILED);
        Ladder.Proof proof = climb(Map.of(), List.of());
        assertThat(told(proof)).endsWith("build passed", "look failed");
        assertThat(proof.holds()).isFalse();
    }

    @Test
    void severalNamesInOneFileAreCorrectedAtTheirOwnPlaces() {
        String text = "a.builder().setKey(1).finish()\n";
        validator.missing = texts -> texts.get("src/a.ts").contains("builder") ? List.of(
                new Missing("src/a.ts", 1, 2, 9, "A.builder", "builder", List.of("Builder", "of"), true),
                new Missing("src/a.ts", 1, 22, 28, "A.finish", "finish", List.of("build"), true)) : List.of();
        Ladder.Proof proof = climb(Map.of("src/a.ts", text), List.of());
        assertThat(new SampleProject(folder).text("src/a.ts")).isEqualTo("a.Builder().setKey(1).build()\n");
        assertThat(proof.corrections()).hasSize(2);
        assertThat(proof.holds()).isTrue();
        assertThat(validator.symbolTexts).containsEntry("src/a.ts", "a.Builder().setKey(1).build()\n");
    }

    @Test
    void aCertainNameWithoutACandidateIsOnlyReported() {
        validator.missing = texts -> List.of(new Missing("src/a.ts", 1, 0, 1, "A.gone", "gone", List.of(), true));
        Ladder.Proof proof = climb(Map.of("src/a.ts", "x"), List.of());
        assertThat(proof.findings()).containsExactly("The documentation says A.gone, which the published package does not have.");
        assertThat(proof.holds()).isFalse();
    }

    @Test
    void onlyBuildsOfTheJvmSeeTheGivenValues() {
        climb(Map.of(), List.of());
        assertThat(validator.environment).isEmpty();
        new SampleProject(folder).with("pom.xml", "<project/>");
        for (String file : List.of("package.json")) {
            folder.resolve(file).toFile().delete();
        }
        climb(Map.of(), List.of());
        assertThat(validator.environment).containsEntry("ACME_KEY", "hush-hush");
    }
}
