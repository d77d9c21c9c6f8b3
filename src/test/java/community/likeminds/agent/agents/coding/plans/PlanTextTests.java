package community.likeminds.agent.agents.coding.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.agents.coding.FileChange;
import community.likeminds.agent.agents.coding.IntegrationPlan;
import community.likeminds.agent.agents.coding.PlanStep;
import community.likeminds.agent.agents.coding.PlannedStep;
import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.agents.coding.SampleProject;
import community.likeminds.agent.agents.coding.requirementanalysis.ProjectInspector;
import community.likeminds.agent.processors.docs.Citation;
import community.likeminds.agent.project.output.Patch;
import community.likeminds.agent.shared.AgentException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans as YAML: readable, the same every time, read back to the letter, and strict about everything else. */
class PlanTextTests {

    @TempDir
    Path folder;

    private ProjectProfile project;
    private final PlanReader reader = new PlanReader((root, request) -> new ProjectInspector().inspect(root, request));

    @BeforeEach
    void prepare() {
        SampleProject.viteReact(folder);
        project = new ProjectInspector().inspect(folder, "");
    }

    @Test
    void aPlanReadsLikeThis() {
        IntegrationPlan plan = plan(new FileChange("src/main.tsx", FileChange.Kind.EDIT, "@@ -1 +1,2 @@\n a\n+b: 'c' # d\n", ""));
        String text = PlanText.of(plan).replace(project.root(), "/shop");
        assertThat(text).contains("""
                format: "1"
                id: p1
                created: "2026-01-02T03:04:05Z"
                request: "Add it: now"
                docs:
                  - docs
                project:
                  root: /shop
                  ecosystem: npm
                  framework: vite-react
                """).contains("""
                startsFrom:
                  package.json: absent
                steps:
                  - id: s1
                    title: Edit it
                    kind: edit-file
                    status: to-do
                    target: src/main.tsx
                    why: "Because."
                    citations:
                      - source: docs
                        page: a.md
                        heading: "Step 1: it"
                        lines: 3-9
                        quote: |
                          one
                          two
                    changes:
                      - file: src/main.tsx
                        diff: |
                          @@ -1 +1,2 @@
                           a
                          +b: 'c' # d
                openPoints:
                """.replace("\"Because.\"", "Because."));
    }

    @Test
    void everyTextComesBackToTheLetter() {
        long seed = Long.getLong("seed", 1L);
        Random random = new Random(seed);
        String[] pieces = {"a", " ", "  x", "\n", "\n", "\r\n", "\t", "'", "\"", "\\", ": ", " #", "- ", "{", "é", "🙂", "\u2028", "\u0085", "\ufeff",
            "\u0007", "yes", "1.0", "|", ">", "%", "@", "&a", "*a", "!t", "\u00a0", "\u200b", "?", "=", "<<", "~"};
        for (int round = 0; round < 2000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(9); i > 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            IntegrationPlan plan = plan(new FileChange("a", FileChange.Kind.CREATE, text.toString(), ""));
            String yaml = YamlText.of(Map.of("key", text.toString(), "map", Map.of("k", List.of(text.toString()))));
            assertThat(Fields.parse(yaml, "x").text("key")).as("seed %d, round %d:%n%s", seed, round, yaml).isEqualTo(text.toString());
            assertThat(Fields.parse(yaml, "x").fields("map").texts("k")).as("seed %d, round %d:%n%s", seed, round, yaml).containsExactly(text.toString());
            if (round % 10 == 0) {
                assertThat(reader.read(PlanText.of(plan), "x")).as("seed %d, round %d", seed, round).isEqualTo(plan);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "id: p1 | idd: p1 | there is no field 'idd'; 'id' is near to it",
        "status: to-do | status: todo | 'todo' is no status; there are to-do, already-there, manual",
        "kind: edit-file | kind: run-command | runs no commands",
        "@@ -1 +1,2 @@ | junk | begins with a line such as",
        "lines: 3-9 | lines: 3 to 9 | lines are written as",
        "request: | request: x~request: | stands here twice",
        "format: \"1\" | format: \"2\" | this version reads 1",
        "file: src/main.tsx | file: src/main.tsx~        set: X | exactly one of",
        "package.json: absent | package.json: 123 | neither a SHA-256",
        "id: p1 | id: p1/../x | letters, digits and hyphens",
        "framework: vite-react | framework: next-app | there is '' of the kind vite-react",
        "id: p1 | id: !!java.net.URL [x] | it is no YAML",
        "id: p1 | id: &a p1~x: *a | there is no field 'x'",
        "docs:~  - docs | docs: 3 | wants a list",
    })
    void whatIsWrongIsSaidWithItsLine(String from, String to, String reason) {
        String yaml = PlanText.of(plan(new FileChange("src/main.tsx", FileChange.Kind.EDIT, "@@ -1 +1,2 @@\n a\n+b\n", "")));
        String wrong = yaml.replaceFirst(java.util.regex.Pattern.quote(from.strip().replace("~", "\n")), java.util.regex.Matcher.quoteReplacement(to.strip().replace("~", "\n")));
        assertThat(wrong).isNotEqualTo(yaml);
        assertThatThrownBy(() -> reader.read(wrong, "plan.yaml"))
                .isInstanceOfSatisfying(AgentException.class, error -> {
                    assertThat(error.code()).isEqualTo("plan-invalid");
                    assertThat(error.fact()).contains(reason).containsPattern("plan.yaml cannot be used, line \\d+");
                });
    }

    @Test
    void windowsLineEndingsAreSaidOnce() {
        String patch = Patch.between("a\r\nb\r\nc", "a\r\nB\r\nc");
        IntegrationPlan plan = plan(new FileChange("a", FileChange.Kind.EDIT, patch, ""));
        assertThat(PlanText.of(plan)).contains("lineEndings: crlf", "          -b\n").doesNotContain("\r", "\\r");
        String read = reader.read(PlanText.of(plan), "x").steps().getFirst().changes().getFirst().text();
        assertThat(Patch.parse(read).apply("a\r\nb\r\nc")).isEqualTo("a\r\nB\r\nc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "text", "a: b: c", "\t", "a: [", "--- \na: b\n---\nc: d", "x: &a [*a]", "id: {a: {a: {a: 1}}}", "\u0000"})
    void whatIsNoPlanIsRefused(String text) {
        assertThatThrownBy(() -> reader.read(text, "plan.yaml"))
                .isInstanceOfSatisfying(AgentException.class, error -> assertThat(error.code()).isEqualTo("plan-invalid"));
    }

    private IntegrationPlan plan(FileChange change) {
        Citation citation = new Citation("docs", "a.md", "Step 1: it", 3, 9);
        return new IntegrationPlan(
                "p1", "Add it: now", project, citation, "It fits.", List.of(),
                List.of(new PlannedStep(
                        "s1", PlanStep.Kind.EDIT_FILE, "Edit it", "src/main.tsx", "Because.", List.of(citation), Map.of(),
                        PlannedStep.Status.TO_DO, "", List.of(change), List.of("one\ntwo\n"))),
                List.of(), List.of("Open."), "2026-01-02T03:04:05Z", List.of("docs"), Map.of("some-sdk", "^1.0.0"), Map.of("package.json", "absent"));
    }
}
