package community.likeminds.agent.fakes;

import community.likeminds.agent.agents.coding.ApplyOptions;
import community.likeminds.agent.agents.coding.CodingAgent;
import community.likeminds.agent.agents.coding.DryRun;
import community.likeminds.agent.agents.coding.FileChange;
import community.likeminds.agent.agents.coding.IntegrationPlan;
import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.IntegrationReport.CheckOutcome;
import community.likeminds.agent.agents.coding.IntegrationReport.StepOutcome;
import community.likeminds.agent.agents.coding.IntegrationRequest;
import community.likeminds.agent.agents.coding.InterruptedRun;
import community.likeminds.agent.agents.coding.PlanStep;
import community.likeminds.agent.agents.coding.PlanSummary;
import community.likeminds.agent.agents.coding.PlannedStep;
import community.likeminds.agent.agents.coding.Plans;
import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.agents.coding.RunEvent;
import community.likeminds.agent.agents.coding.RunObserver;
import community.likeminds.agent.agents.coding.UndoResult;
import community.likeminds.agent.processors.docs.Citation;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers every request in the same way, or with the error that it is told to throw. */
public final class FakeCodingAgent implements CodingAgent, Plans {

    public static final Citation GUIDE = new Citation("docs", "guides/react.md", "Step 1: Install", 3, 9);

    public final List<IntegrationRequest> integrated = new ArrayList<>();
    public final List<IntegrationRequest> planned = new ArrayList<>();
    public final List<ApplyOptions> applied = new ArrayList<>();
    public final List<InterruptedRun> interrupted = new ArrayList<>();
    public final List<RunObserver.Decision> decisions = new ArrayList<>();
    public final List<Path> resumed = new ArrayList<>();
    public final List<String> removed = new ArrayList<>();
    public String status = IntegrationReport.VERIFIED;
    public List<String> kept = List.of();
    public @Nullable RuntimeException error;
    /** Folder of the project of the stored plan. */
    public Path root = Path.of("/projects/shop");

    /** What a request could mean. */
    public List<String> applications = List.of("");

    @Override
    public ProjectProfile inspect(Path project) {
        fail();
        return profile(project);
    }

    @Override
    public IntegrationPlan plan(TenantId tenant, IntegrationRequest request, Progress progress) {
        fail();
        planned.add(request);
        return new IntegrationPlan(
                "p1",
                request.request(),
                profile(request.project()),
                GUIDE,
                "It is the only one.",
                List.of(),
                List.of(
                        new PlannedStep(
                                "s1",
                                PlanStep.Kind.ADD_DEPENDENCY,
                                "Add the dependency some-sdk",
                                "package.json",
                                "The guide installs it.",
                                List.of(GUIDE),
                                Map.of("package", "some-sdk"),
                                PlannedStep.Status.TO_DO,
                                "It is declared in package.json.",
                                List.of(new FileChange("package.json", FileChange.Kind.EDIT, "@@ -1 +1,2 @@\n {\n+ \"some-sdk\"\n", "")),
                                List.of("npm install some-sdk")),
                        new PlannedStep(
                                "s2",
                                PlanStep.Kind.SET_ENVIRONMENT,
                                "Set API_KEY",
                                ".env",
                                "",
                                List.of(GUIDE),
                                Map.of("name", "API_KEY"),
                                PlannedStep.Status.ALREADY_THERE,
                                "",
                                List.of(new FileChange(".env", FileChange.Kind.SET, "API_KEY", "")),
                                List.of(""))),
                List.of(),
                List.of("The key is not given."),
                "2026-01-02T03:04:05Z",
                request.docs(),
                Map.of("some-sdk", "^1.2.0"),
                Map.of("package.json", "absent"));
    }

    @Override
    public IntegrationReport integrate(TenantId tenant, IntegrationRequest request, Progress progress) {
        fail();
        integrated.add(request);
        return report(request.request(), request.project());
    }

    @Override
    public IntegrationReport apply(TenantId tenant, IntegrationPlan plan, ApplyOptions options, Progress progress) {
        fail();
        RunObserver observer = RunObserver.of(progress);
        observer.event(RunEvent.of(plan));
        observer.report("Applying the plan", 1, 2, "");
        RunObserver.Decision decision = observer.approve(plan.steps().getFirst(), "+ \"some-sdk\"\n");
        decisions.add(decision);
        if (decision == RunObserver.Decision.QUIT) {
            throw new AgentException(AgentException.Kind.CONFLICT, "run-declined", "The run was ended.", "Start it again.");
        }
        applied.add(options);
        IntegrationReport report = report(plan.request(), Path.of(plan.project().root()));
        observer.event(RunEvent.of(report));
        return report;
    }

    @Override
    public DryRun dryRun(IntegrationPlan plan, ApplyOptions options) {
        fail();
        return new DryRun(Map.of("package.json", "changed"), "--- a/package.json\n+++ b/package.json\n@@ -1 +1,2 @@\n {\n+ \"some-sdk\"\n");
    }

    @Override
    public List<PlanSummary> list(TenantId tenant) {
        return List.of(new PlanSummary("p1", "2026-01-02T03:04:05Z", "/projects/shop", "Add it", GUIDE.page(), 1, 2));
    }

    @Override
    public IntegrationPlan get(TenantId tenant, String id) {
        if (!id.equals("p1")) {
            throw AgentException.notFound("plan-not-found", "There is no plan '" + id + "'.", "List the plans with: likeminds plans.");
        }
        return plan(tenant, new IntegrationRequest(root, List.of("docs"), "Add it", Map.of(), "", false, List.of()), Progress.NONE);
    }

    @Override
    public void put(TenantId tenant, IntegrationPlan plan) {
        fail();
        planned.add(new IntegrationRequest(Path.of(plan.project().root()), plan.docs(), plan.request(), Map.of(), "", false, List.of()));
    }

    @Override
    public void remove(TenantId tenant, String id) {
        removed.add(id);
    }

    @Override
    public String yaml(IntegrationPlan plan) {
        return "id: " + plan.id() + "\n";
    }

    @Override
    public IntegrationPlan read(String yaml, String name) {
        return get(TenantId.DEFAULT, yaml.replaceFirst("(?s)id: (\\S+)\n.*", "$1"));
    }

    private IntegrationReport report(String wanted, Path project) {
        boolean failed = status.equals(IntegrationReport.FAILED);
        return new IntegrationReport(
                "r1",
                status,
                failed ? "Nothing in the documentation fits." : "The SDK is in the project.",
                wanted,
                project.toString(),
                failed ? null : GUIDE,
                failed ? "No page is about this." : "It is the only one.",
                failed
                        ? List.of()
                        : List.of(new StepOutcome(
                                "s1",
                                "Add the dependency some-sdk",
                                "add_dependency",
                                "applied",
                                "",
                                "The guide installs it.",
                                List.of(GUIDE),
                                List.of("package.json"),
                                "--- a/package.json\n+++ b/package.json\n@@ -1 +1,2 @@\n {\n+ \"some-sdk\"\n",
                                List.of("npm install some-sdk"))),
                List.of(new CheckOutcome("build", failed ? "not-possible" : "passed", "It builds.", "npm run build", "", 900)),
                List.of("The page says builder, the package has Builder."),
                List.of(),
                failed ? Map.of() : Map.of("package.json", "changed"),
                failed ? "" : "--- a/package.json\n+++ b/package.json\n@@ -1 +1,2 @@\n {\n+ \"some-sdk\"\n",
                "",
                Map.of("plan", 12L),
                "p1",
                List.of(),
                List.of());
    }

    @Override
    public List<String> applications(Path project, String request) {
        fail();
        return applications;
    }

    @Override
    public Path root(Path project) {
        return project;
    }

    @Override
    public List<InterruptedRun> interrupted() {
        return interrupted;
    }

    @Override
    public IntegrationReport resume(Path project, Progress progress) {
        fail();
        resumed.add(project);
        return report("Add it", project);
    }

    @Override
    public UndoResult undo(Path project, Progress progress) {
        fail();
        return new UndoResult(project.toString(), List.of("package.json"), List.of("src/sdk.ts"), kept);
    }

    private void fail() {
        if (error != null) {
            throw error;
        }
    }

    private static ProjectProfile profile(Path project) {
        return new ProjectProfile(
                project.toString(),
                "",
                "npm",
                "vite-react",
                List.of("react"),
                "typescript",
                "npm",
                "esm",
                "package.json",
                Map.of("entry", "src/main.tsx"),
                Map.of("react", "19.2.0"),
                "VITE_",
                "import.meta.env.%s",
                ProjectProfile.GitState.NONE);
    }
}
