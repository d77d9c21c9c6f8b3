package community.likeminds.agent.agents.coding.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.agents.coding.ApplyOptions;
import community.likeminds.agent.agents.coding.DryRun;
import community.likeminds.agent.agents.coding.FileChange;
import community.likeminds.agent.agents.coding.IntegrationPlan;
import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.PlannedStep;
import community.likeminds.agent.agents.coding.RunEvent;
import community.likeminds.agent.agents.coding.RunObserver;
import community.likeminds.agent.agents.coding.SampleProject;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan that is kept, written out, edited, and applied later. */
class StoredPlanTests {

    private static final String REQUEST = "Set up Signpost.";

    @TempDir
    Path folder;

    @TempDir
    Path other;

    @TempDir
    Path data;

    private Workbench bench;
    private Map<String, String> before;

    @BeforeEach
    void prepare() {
        bench = Workbench.signpost(SampleProject.viteReact(folder), data);
        before = bench.project.files();
    }

    @Test
    void twoPlansOfTheSameInputsDifferInIdAndTimeOnly() {
        String one = bench.plans.yaml(bench.plan(REQUEST));
        String two = bench.plans.yaml(bench.plan(REQUEST));
        assertThat(two).isNotEqualTo(one);
        assertThat(constant(two)).isEqualTo(constant(one));
        assertThat(bench.plans.list(TenantId.DEFAULT)).hasSize(2);
    }

    @Test
    void aPlanHoldsNoValuesAndChangesNothing() {
        String yaml = bench.plans.yaml(bench.plan(REQUEST));
        assertThat(yaml).doesNotContain("app-778899").contains("set: VITE_SIGNPOST_APP_ID", "value: SIGNPOST_APP_ID");
        assertThat(bench.project.files()).isEqualTo(before);
    }

    @Test
    void applyingItDoesWhatIntegrateDoes() {
        IntegrationPlan plan = bench.plan(REQUEST);
        IntegrationReport applied = bench.apply(bench.plans.read(bench.plans.yaml(plan), "plan.yaml"));
        Map<String, String> after = bench.project.files();
        bench.agent.undo(folder);
        assertThat(bench.project.files()).isEqualTo(before);
        IntegrationReport integrated = bench.integrate(REQUEST);

        assertThat(bench.project.files()).isEqualTo(after);
        assertThat(applied.steps()).isEqualTo(integrated.steps());
        assertThat(applied.status()).isEqualTo(integrated.status());
        assertThat(applied.diff()).isEqualTo(integrated.diff());
        assertThat(applied.plan()).isEqualTo(plan.id());
    }

    @Test
    void everyStepShowsItsDiffAndItsPassage() {
        IntegrationReport report = bench.integrate(REQUEST);
        assertThat(report.steps()).allSatisfy(step -> {
            assertThat(step.diff()).contains("+++ b/" + step.files().getFirst()).doesNotContain("app-778899");
            assertThat(step.quotes()).hasSameSizeAs(step.citations());
        });
        assertThat(report.steps().getFirst().quotes().getFirst()).isEqualTo("npm install @signpost/react");
    }

    @Test
    void aDryRunSaysWhatWouldChange() {
        DryRun dry = bench.agent.dryRun(bench.plan(REQUEST), bench.options());
        assertThat(bench.project.files()).isEqualTo(before);
        IntegrationReport report = bench.integrate(REQUEST);
        assertThat(dry.diff()).isEqualTo(report.diff());
        assertThat(dry.changedFiles()).isEqualTo(report.changedFiles());
    }

    @Test
    void aProjectThatChangedSinceIsLeftAlone() {
        IntegrationPlan plan = bench.plan(REQUEST);
        bench.project.with("src/main.tsx", bench.project.text("src/main.tsx") + "// mine\n");
        Map<String, String> changed = bench.project.files();
        assertThatThrownBy(() -> bench.apply(plan)).isInstanceOfSatisfying(AgentException.class, error -> {
            assertThat(error.code()).isEqualTo("project-changed");
            assertThat(error.fact()).contains("src/main.tsx").doesNotContain("package.json");
        });
        assertThat(bench.project.files()).isEqualTo(changed);
    }

    @Test
    void anEditedPlanDoesWhatItSays() {
        String yaml = bench.plans.yaml(bench.plan(REQUEST));
        IntegrationPlan edited = bench.plans.read(yaml.replaceFirst("(?m)^( +\\+) +<App />$", "$0\n$1      {/* edited */}"), "x");
        bench.apply(edited);
        assertThat(bench.project.text("src/main.tsx")).contains("{/* edited */}");
    }

    @Test
    void withoutItsValueAPlanIsNotApplied() {
        IntegrationPlan plan = bench.plan(REQUEST);
        bench.set(Map.of());
        assertThatThrownBy(() -> bench.apply(plan)).isInstanceOfSatisfying(AgentException.class, error -> {
            assertThat(error.code()).isEqualTo("value-missing");
            assertThat(error.remedy()).contains("--set SIGNPOST_APP_ID");
        });
        assertThat(bench.project.files()).isEqualTo(before);
    }

    @Test
    void aValueThatIsGivenOnlyLaterIsSetThen() {
        bench.set(Map.of());
        IntegrationPlan plan = bench.plan(REQUEST);
        bench.set(Map.of("SIGNPOST_APP_ID", "app-778899"));
        IntegrationReport report = bench.apply(plan);
        assertThat(bench.project.text(".env.local")).isEqualTo("VITE_SIGNPOST_APP_ID=app-778899\n");
        assertThat(report.openPoints()).noneMatch(point -> point.contains("VITE_SIGNPOST_APP_ID"));
    }

    @Test
    void pathsOutsideOfTheProjectAreRefusedBeforeAnythingIsWritten() throws Exception {
        Files.createSymbolicLink(folder.resolve("linked"), other);
        before = bench.project.files();
        String yaml = bench.plans.yaml(bench.plan(REQUEST));
        for (String path : new String[] {"../x.ts", "/etc/x", "linked/x", ".git/hooks/pre-commit", "node_modules/x/index.js", "a/../../x", "~/x", ".GIT/config"}) {
            String hostile = yaml.replaceFirst("file: src/main.tsx", "file: \"" + path + "\"");
            assertThatThrownBy(() -> bench.apply(bench.plans.read(hostile, "x")))
                    .as(path).isInstanceOfSatisfying(AgentException.class, error -> assertThat(error.code()).isEqualTo("path-outside-project"));
            assertThat(bench.project.files()).isEqualTo(before);
        }
        try (var files = Files.list(other)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aScriptThatAnInstallRunsIsRefused() {
        String yaml = bench.plans.yaml(bench.plan(REQUEST));
        String hostile = yaml.replaceFirst(
                "(?m)^( +\\+) +\"@signpost/react\".*$",
                "$1 \"x\": \"1\" }, \"scripts\": { \"postinstall\": \"touch pwned\" }, \"more\": {\n$0");
        assertThat(hostile).isNotEqualTo(yaml);
        assertThatThrownBy(() -> bench.apply(bench.plans.read(hostile, "x"))).isInstanceOfSatisfying(AgentException.class, error -> {
            assertThat(error.code()).isEqualTo("command-not-allowed");
            assertThat(error.fact()).contains("postinstall");
        });
        assertThat(bench.project.files()).isEqualTo(before);
    }

    @Test
    void whatOtherProgramsRunOrReadByThemselvesIsRefused() {
        List<FileChange> hostile = new ArrayList<>();
        for (String path : List.of(
                ".npmrc", "packages/a/.NPMRC", ".yarnrc.yml", ".pnpmfile.cjs", ".husky/pre-commit", ".vscode/tasks.json", ".envrc", ".mvn/jvm.config",
                ".github/workflows/x.yml")) {
            hostile.add(new FileChange(path, FileChange.Kind.CREATE, "x: 1\n", ""));
        }
        for (String manifest : List.of(
                "{\"dependencies\": {\"a\": \"git+https://a.example/a.git\"}}", "{\"overrides\": {\"react\": \"file:../a\"}}",
                "{\"packageManager\": \"yarn@https://a.example/y.js\"}")) {
            hostile.add(new FileChange("tools/package.json", FileChange.Kind.CREATE, manifest, ""));
        }
        for (String variable : List.of("NODE_OPTIONS", "npm_config_registry", "LD_PRELOAD", "PATH", "HTTPS_PROXY")) {
            hostile.add(new FileChange(".env.local", FileChange.Kind.SET, variable, "SIGNPOST_APP_ID"));
        }
        IntegrationPlan plan = bench.plan(REQUEST);
        for (FileChange change : hostile) {
            List<PlannedStep> steps = new ArrayList<>(plan.steps());
            PlannedStep last = steps.getLast();
            steps.add(new PlannedStep(
                    "s99", last.kind(), last.title(), change.path(), "", last.citations(), Map.of(), PlannedStep.Status.TO_DO, "", List.of(change),
                    last.quotes()));
            assertThatThrownBy(() -> bench.apply(plan.withSteps(steps))).as(change.toString()).isInstanceOfSatisfying(
                    AgentException.class, error -> assertThat(error.code()).endsWith("-not-allowed"));
            assertThat(bench.project.files()).isEqualTo(before);
        }
    }

    @Test
    void aStepThatIsNotApprovedIsLeftOut() {
        IntegrationPlan plan = bench.plan(REQUEST);
        Deciding observer = new Deciding(step -> step.target().equals("src/main.tsx") ? RunObserver.Decision.NO : RunObserver.Decision.YES);
        IntegrationReport report = bench.agent.apply(TenantId.DEFAULT, plan, bench.options(), observer);

        assertThat(bench.project.text("src/main.tsx")).isEqualTo(SampleProject.viteReact(other).text("src/main.tsx"));
        assertThat(bench.project.text("package.json")).contains("@signpost/react");
        assertThat(report.steps()).extracting(IntegrationReport.StepOutcome::status).containsExactly("applied", "applied", "skipped");
        assertThat(report.status()).isEqualTo(IntegrationReport.PARTIAL);
        assertThat(report.feedback()).isEmpty();
        assertThat(observer.asked).hasSize(3).allSatisfy(diff -> assertThat(diff).contains("@@").doesNotContain("app-778899"));
        assertThat(observer.events).first().isEqualTo(RunEvent.of(plan));
        assertThat(observer.events).last().isEqualTo(RunEvent.of(report));
        assertThat(observer.events).extracting(RunEvent::type).contains("step", "check");
        bench.agent.undo(folder);
        assertThat(bench.project.files()).isEqualTo(before);
    }

    @Test
    void quittingChangesNothing() {
        IntegrationPlan plan = bench.plan(REQUEST);
        Deciding observer = new Deciding(step -> step.id().equals("s1") ? RunObserver.Decision.YES : RunObserver.Decision.QUIT);
        assertThatThrownBy(() -> bench.agent.apply(TenantId.DEFAULT, plan, bench.options(), observer))
                .isInstanceOfSatisfying(AgentException.class, error -> assertThat(error.code()).isEqualTo("run-declined"));
        assertThat(bench.project.files()).isEqualTo(before);
    }

    @Test
    void aValueIsNotWrittenWhereGitWouldCommitIt() throws Exception {
        bench.project.with(".env.local", "OTHER=1\n");
        try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
            git.add().addFilepattern(".").call();
            // Ignored and in the index all the same, as when it was added by force.
            git.getRepository().getConfig().setString("user", null, "name", "A");
            new ProcessBuilder("git", "add", "-f", ".env.local").directory(folder.toFile()).start().waitFor();
            git.commit().setMessage("start").setSign(false).setAuthor("A", "a@example.org").setCommitter("A", "a@example.org").call();
        }
        IntegrationReport report = bench.integrate(REQUEST);
        assertThat(bench.project.text(".env.local")).isEqualTo("OTHER=1\n");
        assertThat(report.status()).isEqualTo(IntegrationReport.PARTIAL);
        assertThat(report.openPoints()).anySatisfy(point -> assertThat(point).contains(".env.local", "git rm --cached", "--allow-tracked-env"));
        bench.agent.undo(folder);

        bench.agent.apply(TenantId.DEFAULT, bench.plan(REQUEST), new ApplyOptions(bench.options().values(), "", true, List.of(), true), Progress.NONE);
        assertThat(bench.project.text(".env.local")).contains("VITE_SIGNPOST_APP_ID=app-778899");
    }

    @Test
    void aFileThatGetsAValueOnlyLaterIsIgnoredByThen() {
        bench.project.with(".gitignore", "node_modules\r\ndist");
        before = bench.project.files();
        bench.set(Map.of());
        IntegrationPlan plan = bench.plan(REQUEST);
        bench.set(Map.of("SIGNPOST_APP_ID", "app-778899"));
        bench.apply(plan);
        assertThat(bench.project.text(".gitignore")).isEqualTo("node_modules\r\ndist\r\n.env.local\r\n");
        bench.agent.undo(folder);
        assertThat(bench.project.files()).isEqualTo(before);
    }

    private static final class Deciding implements RunObserver {

        private final List<String> asked = new ArrayList<>();
        private final List<RunEvent> events = new ArrayList<>();
        private final Function<PlannedStep, Decision> decision;

        private Deciding(Function<PlannedStep, Decision> decision) {
            this.decision = decision;
        }

        @Override
        public void report(String stage, long done, long total, String detail) {}

        @Override
        public void event(RunEvent event) {
            events.add(event);
        }

        @Override
        public Decision approve(PlannedStep step, String diff) {
            asked.add(diff);
            return decision.apply(step);
        }
    }

    private static String constant(String yaml) {
        return yaml.replaceFirst("(?m)^id: .*$", "").replaceFirst("(?m)^created: .*$", "");
    }
}
