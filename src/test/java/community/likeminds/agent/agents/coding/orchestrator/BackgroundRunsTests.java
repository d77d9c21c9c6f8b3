package community.likeminds.agent.agents.coding.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.agents.coding.ApplyOptions;
import community.likeminds.agent.agents.coding.IntegrationPlan;
import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.IntegrationRequest;
import community.likeminds.agent.agents.coding.NamedRuns;
import community.likeminds.agent.agents.coding.Run;
import community.likeminds.agent.agents.coding.SampleProject;
import community.likeminds.agent.infrastructure.messaging.Task;
import community.likeminds.agent.infrastructure.messaging.TaskEvent;
import community.likeminds.agent.project.analysis.IntegrationValidator;
import community.likeminds.agent.project.output.RealOutput;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.RunningProcess;
import community.likeminds.agent.shared.TenantId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Integrations as tasks: told as they happen, cancelled, taken up again. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BackgroundRunsTests {

    private static final TenantId TENANT = new TenantId("acme");
    private static final TenantId OTHER = new TenantId("other");

    @TempDir
    Path folder;

    private SampleProject project;
    private BackgroundRuns background;

    @BeforeEach
    void prepare() throws Exception {
        project = SampleProject.viteReact(Files.createDirectories(folder.resolve("project")).toRealPath());
        background = new BackgroundRuns(project, folder.resolve("data"));
    }

    @AfterEach
    void stop() {
        background.close();
    }

    @Test
    void stepsAndChecksAreToldAsTheyHappen() throws Exception {
        CountDownLatch installing = new CountDownLatch(1);
        CountDownLatch letGo = new CountDownLatch(1);
        background.bench.validator.onInstall = () -> {
            installing.countDown();
            await(letGo);
        };
        Run run = background.working().integrate(TENANT);
        installing.await();
        while (!background.told(TENANT, run.id()).contains("check")) {
            Thread.sleep(20);
        }
        assertThat(background.told(TENANT, run.id())).startsWith("plan", "step", "step").contains("check").doesNotContain("report");
        letGo.countDown();
        Run done = background.ended(TENANT, run.id());
        assertThat(done.state()).isEqualTo(Run.State.DONE);
        assertThat(done.status()).isEqualTo(IntegrationReport.VERIFIED);
        List<TaskEvent> events = background.tasks().events(TENANT, run.id(), 0, 100);
        assertThat(events.getLast().type()).isEqualTo("report");
        IntegrationReport report = background.bench.records.get(TENANT, "reports", run.id(), IntegrationReport.class).orElseThrow();
        assertThat(events.stream().filter(event -> event.type().equals("check"))).hasSameSizeAs(report.checks());
        assertThat(events.stream().filter(event -> event.type().equals("step"))).hasSameSizeAs(report.steps());
        assertThat(project.text("src/main.tsx")).contains("SignpostProvider");
    }

    @Test
    void nobodyElseSeesItAndNoValueLiesAround() throws Exception {
        Run run = background.working().integrate(TENANT);
        assertThat(background.ended(TENANT, run.id()).state()).isEqualTo(Run.State.DONE);
        assertThatThrownBy(() -> background.runs().get(OTHER, run.id())).isInstanceOf(AgentException.class).hasMessageContaining(run.id());
        assertThatThrownBy(() -> background.runs().cancel(OTHER, run.id())).isInstanceOf(AgentException.class);
        assertThat(background.runs().list(OTHER)).isEmpty();
        assertThat(background.told(OTHER, run.id())).isEmpty();
        for (String table : List.of("tasks", "task_events", "messages", "events")) {
            assertThat(background.jdbc().queryForList("select * from " + table).toString()).as(table).doesNotContain("app-778899");
        }
        assertThat(background.jdbc().queryForObject("select body from tasks", String.class)).contains("SIGNPOST_APP_ID");
    }

    @Test
    void whatIsCancelledIsBroughtBack() throws Exception {
        Map<String, String> before = project.files();
        CountDownLatch installing = new CountDownLatch(1);
        background.bench.validator.onInstall = () -> {
            installing.countDown();
            await(new CountDownLatch(1));
        };
        Run run = background.working().integrate(TENANT);
        installing.await();
        assertThat(project.files()).isNotEqualTo(before);
        background.runs().cancel(TENANT, run.id());
        assertThat(background.ended(TENANT, run.id()).state()).isEqualTo(Run.State.CANCELLED);
        assertThat(project.files()).isEqualTo(before);
        assertThat(background.bench.records.get(TENANT, "reports", run.id(), IntegrationReport.class)).isEmpty();
        assertThatThrownBy(() -> background.runs().cancel(TENANT, run.id()))
                .isInstanceOfSatisfying(AgentException.class, error -> assertThat(error.code()).isEqualTo("run-ended"));
    }

    @Test
    void aProjectIsProvenAsItStandsAndLeftAsItWas() throws Exception {
        Map<String, String> before = project.files();
        background.bench.validator.onInstall = () -> project.with("node_modules/left.js", "1").with("package-lock.json", "{}");
        background.bench.validator.answers.put("tests", IntegrationValidator.Status.FAILED);
        Task task = background.working().checks().start(TENANT, project.root(), "");
        while (!task.state().isFinal()) {
            Thread.sleep(20);
            task = background.tasks().find(TENANT, task.id()).orElseThrow();
        }
        assertThat(task.state()).as(String.valueOf(task.error())).isEqualTo(Task.State.SUCCEEDED);
        assertThat(task.result()).contains("\"status\":\"failed\"");
        assertThat(background.told(TENANT, task.id())).containsExactly("check", "check", "check");
        assertThat(project.files()).isEqualTo(before);
    }

    @Test
    void whatAPersonHasToMendFailsAtOnce() throws Exception {
        String plan = background.bench.plan("Set up Signpost.").id();
        background.bench.records.put(TENANT, "plans", plan, Map.of(), background.bench.plans.get(TenantId.DEFAULT, plan));
        project.with("src/main.tsx", "export {};\n");
        Run run = background.working().runs().apply(TENANT, plan, new ApplyOptions(Map.of(), "", true, List.of()), "once");
        Run failed = background.ended(TENANT, run.id());
        assertThat(failed.state()).isEqualTo(Run.State.FAILED);
        assertThat(failed.failure()).extracting(Run.Failure::code).isEqualTo("project-changed");
        assertThat(background.runs().apply(TENANT, plan, new ApplyOptions(Map.of(), "", true, List.of()), "once").id()).isEqualTo(run.id());
    }

    @Test
    void aProcessThatIsKilledInTheMiddleIsFollowedByAnotherThatEndsTheSameRun() throws Exception {
        System.setProperty("project", project.root().toString());
        try (Git git = Git.init().setDirectory(project.root().toFile()).setInitialBranch("main").call()) {
            git.add().addFilepattern(".").call();
            git.commit().setMessage("start").setSign(false).setAuthor("A", "a@example.org").setCommitter("A", "a@example.org").call();
        }
        Path plan = folder.resolve("plan.yaml");
        Files.writeString(plan, background.bench.plans.yaml(background.bench.set(DyingIntegration.OPTIONS.values()).plan("Set up Signpost.")));
        Run run = background.integrate(TENANT);
        background.jdbc().update(
                "update tasks set state = 'running', attempts = 1, owner = 'gone', process = ?, heartbeat_at = now() where id = ?", gone(), run.id());
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED", "-Dproject=" + project.root(), "-cp", System.getProperty("java.class.path"),
                        DyingIntegration.class.getName(), folder.resolve("data").toString(), plan.toString(), "18", run.id(), TENANT.value())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("child.log").toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(folder.resolve("child.log"))).isEqualTo(DyingIntegration.DIED);
        assertThat(RealOutput.changeSets(folder.resolve("data")).interrupted()).hasSize(1);

        Run done = background.working().ended(TENANT, run.id());
        assertThat(done.state()).as(String.valueOf(done.failure())).isEqualTo(Run.State.DONE);
        assertThat(background.bench.records.get(TENANT, "reports", run.id(), IntegrationReport.class)).isPresent();
        assertThat(project.text("src/main.tsx")).containsOnlyOnce("<SignpostProvider");
        assertThat(RealOutput.changeSets(folder.resolve("data")).interrupted()).isEmpty();
        // What was over but for telling so is not begun again.
        background.jdbc().update(
                "update tasks set state = 'running', attempts = 1, owner = 'gone', process = ?, result = null, ended_at = null where id = ?", gone(), run.id());
        Map<String, String> after = project.files();
        background.jdbc().update(
                "insert into messages (id, queue, tenant, body, headers, priority, attempts, due_at) values ('again', 'task.integration', 'acme', ?, '{}', 1, 0, now())",
                run.id());
        assertThat(background.ended(TENANT, run.id()).state()).isEqualTo(Run.State.DONE);
        assertThat(project.files()).isEqualTo(after);
        System.clearProperty("project");
    }

    /** A project is held for a process that was killed until the process that holds it notices. */
    @Test
    void whatIsLetGoOnlyAfterItWasBegunAgainIsTakenUpToo() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        NamedRuns heldAtFirst = new NamedRuns() {
            @Override
            public IntegrationReport integrate(TenantId tenant, IntegrationRequest request, String id, Progress progress) {
                throw new AgentException(AgentException.Kind.CONFLICT, CodingOrchestrator.INTERRUPTED, "It is in the middle of a run.", "Go on with it.");
            }

            @Override
            public IntegrationReport apply(TenantId tenant, IntegrationPlan plan, ApplyOptions options, String id, Progress progress) {
                throw new AssertionError("There is no plan to apply.");
            }

            @Override
            public Optional<IntegrationReport> takenUp(TenantId tenant, String id, Progress progress) {
                return looks.incrementAndGet() == 1
                        ? Optional.empty()
                        : Optional.of(background.bench.agent.integrate(
                                tenant, new IntegrationRequest(project.root(), List.of("docs"), "Set up Signpost.", Map.of(), "", true, List.of()), id, progress));
            }
        };
        try (BackgroundRuns others = new BackgroundRuns(project, folder.resolve("others"), heldAtFirst)) {
            Run run = others.integrate(TENANT);
            others.jdbc().update("update tasks set attempts = 1 where id = ?", run.id());
            Run done = others.working().ended(TENANT, run.id());
            assertThat(done.state()).as(String.valueOf(done.failure())).isEqualTo(Run.State.DONE);
            assertThat(looks).hasValue(2);
        }
    }

    private static String gone() {
        RunningProcess here = RunningProcess.current();
        return new RunningProcess(here.host(), here.id(), here.started() - 1_000_000).toString();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new java.util.concurrent.CancellationException("interrupted");
        }
    }
}
