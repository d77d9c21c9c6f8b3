package community.likeminds.agent.agents.coding.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.agents.coding.IntegrationPlan;
import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.PlannedStep;
import community.likeminds.agent.agents.coding.RunObserver;
import community.likeminds.agent.agents.coding.SampleProject;
import community.likeminds.agent.project.analysis.IntegrationValidator.Missing;
import community.likeminds.agent.project.analysis.IntegrationValidator.Status;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run reports, and what it leaves behind when something goes wrong. */
class OutcomeTests {

    @TempDir
    Path folder;

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
    void everyRungIsClimbedInOrder() {
        IntegrationReport report = bench.integrate("Set up Signpost.");
        assertThat(report.status()).isEqualTo(IntegrationReport.VERIFIED);
        assertThat(report.checks()).extracting(IntegrationReport.CheckOutcome::name)
                .containsExactly("syntax", "secrets", "install", "peers", "symbols", "build");
        assertThat(bench.records.kept).containsOnlyKeys("reports/" + report.id(), "plans/" + report.plan());
        assertThat(report.tookMs()).containsKeys("read", "plan", "apply", "prove");
    }

    @Test
    void aBuildThatFailsMakesItPartial() {
        bench.validator.answers.put("build", Status.FAILED);
        IntegrationReport report = bench.integrate("Set up Signpost.");
        assertThat(report.status()).isEqualTo(IntegrationReport.PARTIAL);
        assertThat(report.summary()).contains("build did not pass");
        bench.agent.undo(bench.project.root());
        assertThat(bench.project.files()).isEqualTo(before);
    }

    @Test
    void withoutAnInstallNothingIsClaimed() {
        bench.validator.answers.put("install", Status.NOT_POSSIBLE);
        IntegrationReport report = bench.integrate("Set up Signpost.");
        assertThat(report.status()).isEqualTo(IntegrationReport.PARTIAL);
        assertThat(report.checks()).extracting(IntegrationReport.CheckOutcome::name, IntegrationReport.CheckOutcome::status)
                .contains(org.assertj.core.groups.Tuple.tuple("build", "not-possible"));
        assertThat(bench.validator.calls).doesNotContain("build", "symbols");
    }

    @Test
    void aPackageThatTheRegistryDoesNotHaveIsAFinding() {
        bench.validator.unpublished.add("@signpost/react");
        bench.validator.answers.put("install", Status.FAILED);
        IntegrationReport report = bench.integrate("Set up Signpost.");
        assertThat(report.status()).isEqualTo(IntegrationReport.PARTIAL);
        assertThat(report.findings()).anySatisfy(one -> assertThat(one).contains("@signpost/react", "registry does not have"));
        assertThat(bench.project.text("package.json")).doesNotContain("%version%").contains("\"@signpost/react\": \"latest\"");
    }

    @Test
    void withoutANetworkThePlanStillStands() {
        bench.validator.reachable = false;
        bench.validator.answers.put("install", Status.NOT_POSSIBLE);
        IntegrationReport report = bench.integrate("Set up Signpost.");
        assertThat(report.status()).isEqualTo(IntegrationReport.PARTIAL);
        assertThat(report.openPoints()).anySatisfy(one -> assertThat(one).contains("no network"));
        assertThat(bench.project.text("package.json")).doesNotContain("%version%");
    }

    @Test
    void whenTheProofThrowsEverythingIsRolledBack() {
        bench.validator.onInstall = () -> {
            throw new IllegalStateException("the package manager vanished");
        };
        assertThatThrownBy(() -> bench.integrate("Set up Signpost.")).hasMessage("the package manager vanished");
        assertThat(bench.project.files()).isEqualTo(before);
        assertThat(bench.records.kept.keySet()).noneMatch(key -> key.startsWith("reports/"));
        bench.validator.onInstall = () -> {};
        assertThat(bench.integrate("Set up Signpost.").status()).isEqualTo(IntegrationReport.VERIFIED);
    }

    @Test
    void aWrongNameOfTheDocumentationIsCorrectedOnceAndFound() {
        bench.validator.missing = texts -> {
            String text = texts.get("src/main.tsx");
            int at = text.indexOf("SignpostProvider }");
            return at < 0 || text.contains("SignProvider") ? List.of() : List.of(
                    new Missing("src/main.tsx", 1, at, at + 16, "SignpostProvider", "SignpostProvider", List.of("SignProvider"), true));
        };
        IntegrationReport report = bench.integrate("Set up Signpost.");
        assertThat(bench.project.text("src/main.tsx")).contains("{ SignProvider }");
        assertThat(report.findings()).anySatisfy(one -> assertThat(one).contains("SignpostProvider", "SignProvider", "src/main.tsx"));
        assertThat(report.status()).isEqualTo(IntegrationReport.VERIFIED);
        assertThat(report.diff()).contains("{ SignProvider }");
        bench.agent.undo(bench.project.root());
        assertThat(bench.project.files()).isEqualTo(before);
    }

    @Test
    void anAmbiguousNameIsLeftToThePerson() {
        bench.validator.missing = texts -> List.of(
                new Missing("src/main.tsx", 1, 0, 6, "Signpost.init", "init", List.of("initA", "initB"), false));
        IntegrationReport report = bench.integrate("Set up Signpost.");
        assertThat(report.status()).isEqualTo(IntegrationReport.PARTIAL);
        assertThat(report.findings()).anySatisfy(one -> assertThat(one).contains("Signpost.init", "initA, initB"));
        assertThat(bench.project.text("src/main.tsx")).startsWith("import {");
    }

    @Test
    void aRefusalIsAReportThatNamesTheRemedy() {
        IntegrationReport report = bench.integrate("Add video calls.");
        assertThat(report.status()).isEqualTo(IntegrationReport.FAILED);
        assertThat(report.guide()).isNull();
        assertThat(report.summary()).contains("Nothing was changed");
        assertThat(report.openPoints()).isNotEmpty();
        assertThat(bench.project.files()).isEqualTo(before);
    }

    @Test
    void planningChangesNothing() {
        var plan = bench.agent.plan(TenantId.DEFAULT, bench.request("Set up Signpost."), Progress.NONE);
        assertThat(plan.steps()).extracting(step -> step.id()).startsWith("s1", "s2");
        assertThat(plan.steps()).allSatisfy(step -> assertThat(step.citations()).isNotEmpty());
        assertThat(plan.guide().page()).isEqualTo("react.md");
        assertThat(bench.project.files()).isEqualTo(before);
        assertThat(plan.toString()).doesNotContain("%version%");
    }

    @Test
    void requestsThatAreEmptyOrEndlessAreRefused() {
        for (String text : List.of("  ", "x".repeat(4_001))) {
            assertThatThrownBy(() -> bench.integrate(text))
                    .isInstanceOfSatisfying(AgentException.class, error -> assertThat(error.code()).isEqualTo("request-invalid"));
        }
    }

    @Test
    void aRequestForMoreThanTheGuideShowsIsPartialWithStepsForThePerson() {
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Signpost and, when a user adds a cup, send what currentCup() returns to it.");
        assertThat(report.status()).isEqualTo(IntegrationReport.PARTIAL);
        assertThat(Workbench.steps(report, "manual")).isNotEmpty().allSatisfy(step -> {
            assertThat(step.citations()).isNotEmpty();
            assertThat(step.detail()).isNotBlank();
        });
        assertThat(report.openPoints()).anySatisfy(point -> assertThat(point).contains("src/main.tsx").contains("react.md"));
    }

    @Test
    void aClientOfAStaticFactoryIsRecognisedOnTheSecondRunAndTheSameGuideIsFollowed() {
        bench.page("data/getting-started.md", """
                # Getting started with @signpost/data

                ## Install

                ```bash
                npm install @signpost/data
                ```

                ## Create the client

                ```js
                const signpost = Signpost.builder().build();
                ```
                """).page("data/sending-cups.md", """
                # Sending cups with Signpost data

                ## Step 1 - Create a wrapper

                ```tsx
                import { CupReader } from '@signpost/cups';

                export function Cups() {
                  return <CupReader />;
                }
                ```
                """);
        IntegrationReport report = bench.integrateTwiceAndUndo(
                "Get started with the @signpost/data client and, when a user adds a cup, send what currentCup() returns to it.");
        assertThat(report.status()).isEqualTo(IntegrationReport.PARTIAL);
        assertThat(report.changedFiles()).containsKey("src/signpost.ts");
    }

    @Test
    void whatSomebodyWritesWhileTheRunIsPreparedIsNotOverwritten() {
        IntegrationPlan plan = bench.plan("Set up Signpost.");
        RunObserver hasty = new RunObserver() {
            @Override
            public void report(String stage, long done, long total, String detail) {}

            @Override
            public Decision approve(PlannedStep step, String diff) {
                bench.project.with(".env.local", "MINE=1\n");
                return Decision.ALL;
            }
        };
        assertThatThrownBy(() -> bench.agent.apply(TenantId.DEFAULT, plan, bench.options(), hasty))
                .isInstanceOfSatisfying(AgentException.class, error -> assertThat(error.code()).isEqualTo("project-changed"));
        assertThat(bench.project.text(".env.local")).isEqualTo("MINE=1\n");
        assertThat(bench.project.text("package.json")).isEqualTo(before.get("package.json"));
    }

    private Git repository() throws Exception {
        Git git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call();
        git.add().addFilepattern(".").call();
        git.commit().setMessage("start").setAuthor("a", "a@example.org").setCommitter("a", "a@example.org").setSign(false).call();
        return git;
    }

    @Test
    void aProjectWithUncommittedChangesIsRefusedUnlessAllowed() throws Exception {
        try (Git git = repository()) {
            bench.project.with("src/App.tsx", "export default () => null\n");
            assertThatThrownBy(() -> bench.integrate("Set up Signpost."))
                    .isInstanceOfSatisfying(AgentException.class, error -> assertThat(error.code()).isEqualTo("project-dirty"));
            assertThat(bench.allowDirty().integrate("Set up Signpost.").status()).isEqualTo(IntegrationReport.VERIFIED);
            assertThat(git.getRepository().getBranch()).isEqualTo("main");
        }
    }

    @Test
    void aBranchCarriesOneCommitForEachStepAndNoSecret() throws Exception {
        bench.project.with(".env.example", "OTHER=\n");
        try (Git git = repository()) {
            bench.onBranch("signpost").integrate("Set up Signpost.");
            assertThat(git.getRepository().getBranch()).isEqualTo("signpost");
            List<RevCommit> commits = new java.util.ArrayList<>();
            git.log().call().forEach(commits::add);
            assertThat(commits).extracting(RevCommit::getShortMessage).containsExactly(
                    "feat: edit src/main.tsx", "feat: set VITE_SIGNPOST_APP_ID for local development",
                    "feat: add the dependency @signpost/react ^1.4.2", "start");
            assertThat(commits.getFirst().getFullMessage()).contains("react.md", "Add the provider");
            assertThat(git.status().call().isClean()).isTrue();
            assertThat(bench.project.text(".env.local")).contains("app-778899");
        }
    }

    @Test
    void aBranchThatIsRefusedLeavesTheProjectAsItWas() throws Exception {
        try (Git git = repository()) {
            git.branchCreate().setName("taken").call();
            assertThatThrownBy(() -> bench.onBranch("taken").integrate("Set up Signpost."))
                    .isInstanceOfSatisfying(AgentException.class, error -> assertThat(error.code()).isEqualTo("branch-exists"));
            assertThat(bench.project.files()).isEqualTo(before);
        }
    }
}
