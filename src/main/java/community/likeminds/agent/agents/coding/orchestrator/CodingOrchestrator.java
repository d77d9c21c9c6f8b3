package community.likeminds.agent.agents.coding.orchestrator;

import community.likeminds.agent.agents.coding.ApplyOptions;
import community.likeminds.agent.agents.coding.CodingAgent;
import community.likeminds.agent.agents.coding.DryRun;
import community.likeminds.agent.agents.coding.IntegrationPlan;
import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.IntegrationRequest;
import community.likeminds.agent.agents.coding.InterruptedRun;
import community.likeminds.agent.agents.coding.NamedRuns;
import community.likeminds.agent.agents.coding.PlannedStep;
import community.likeminds.agent.agents.coding.Plans;
import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.agents.coding.UndoResult;
import community.likeminds.agent.agents.coding.codegeneration.Recording;
import community.likeminds.agent.agents.coding.codeplanning.Draft;
import community.likeminds.agent.agents.coding.codeplanning.GuidePlanner;
import community.likeminds.agent.agents.coding.requirementanalysis.DependencyUsage;
import community.likeminds.agent.agents.coding.requirementanalysis.ProjectFiles;
import community.likeminds.agent.agents.coding.requirementanalysis.ProjectInspector;
import community.likeminds.agent.agents.coding.requirementanalysis.RequestReader;
import community.likeminds.agent.agents.coding.solutions.SolutionDocuments;
import community.likeminds.agent.agents.documentation.DocumentReading;
import community.likeminds.agent.agents.documentation.DocumentationAgent;
import community.likeminds.agent.agents.documentation.SourceSummary;
import community.likeminds.agent.processors.code.StructuralEdits;
import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.project.environment.Orphans;
import community.likeminds.agent.project.output.ChangeSets;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Runs the workflow: understand, read, plan, apply, prove, report. */
@Service
class CodingOrchestrator implements CodingAgent, NamedRuns {

    /** Code of the refusal to begin where another run was left in the middle. */
    static final String INTERRUPTED = "run-interrupted";

    private static final int LONGEST_REQUEST = 4_000;

    private final ProjectInspector inspector;
    private final DependencyUsage usage;
    private final DocumentReading reading;
    private final DocumentationAgent documentation;
    private final GuidePlanner planner;
    private final StructuralEdits edits;
    private final Plans plans;
    private final Execution execution;
    private final ChangeSets changeSets;
    private final Orphans orphans;
    private final SolutionDocuments documents;

    CodingOrchestrator(
            ProjectInspector inspector, DependencyUsage usage, DocumentReading reading, DocumentationAgent documentation, GuidePlanner planner,
            StructuralEdits edits, Plans plans, Execution execution, ChangeSets changeSets, Orphans orphans,
            SolutionDocuments documents) {
        this.inspector = inspector;
        this.usage = usage;
        this.reading = reading;
        this.documentation = documentation;
        this.planner = planner;
        this.edits = edits;
        this.plans = plans;
        this.execution = execution;
        this.changeSets = changeSets;
        this.orphans = orphans;
        this.documents = documents;
    }

    @Override
    public ProjectProfile inspect(Path project) {
        return usage.add(inspector.inspect(project, ""));
    }

    @Override
    public List<String> applications(Path project, String request) {
        return inspector.candidates(project, request);
    }

    @Override
    public Path root(Path project) {
        return inspector.root(project);
    }

    @Override
    public IntegrationPlan plan(TenantId tenant, IntegrationRequest request, Progress progress) {
        return plan(tenant, request, progress, new LinkedHashMap<>());
    }

    @Override
    public IntegrationReport integrate(TenantId tenant, IntegrationRequest request, Progress progress) {
        return integrate(tenant, request, UUID.randomUUID().toString(), progress);
    }

    @Override
    public IntegrationReport integrate(TenantId tenant, IntegrationRequest request, String id, Progress progress) {
        Map<String, Long> tookMs = new LinkedHashMap<>();
        takeBackInterrupted(request.project(), progress);
        try {
            IntegrationPlan plan = plan(tenant, request, progress, tookMs);
            return carryOut(
                    tenant, plan,
                    new ApplyOptions(request.values(), request.branch(), request.allowDirty(), request.skip(), request.trackedValues()), id, tookMs,
                    progress);
        } catch (AgentException refusal) {
            if (refusal.kind() != AgentException.Kind.REFUSED) {
                throw refusal;
            }
            IntegrationReport report = Refusals.report(id, request, refusal, tookMs);
            new KeptReport(documents, tenant).accept(report);
            return report;
        }
    }

    private IntegrationReport carryOut(
            TenantId tenant, IntegrationPlan plan, ApplyOptions options, String id, Map<String, Long> tookMs, Progress progress) {
        KeptReport kept = new KeptReport(documents, tenant);
        try {
            return execution.apply(tenant, plan, options, new Execution.Frame(id, tookMs, kept), progress);
        } catch (RuntimeException rolledBack) {
            kept.takeBack();
            throw rolledBack;
        }
    }

    @Override
    public IntegrationReport apply(TenantId tenant, IntegrationPlan plan, ApplyOptions options, Progress progress) {
        return apply(tenant, plan, options, UUID.randomUUID().toString(), progress);
    }

    @Override
    public IntegrationReport apply(TenantId tenant, IntegrationPlan plan, ApplyOptions options, String id, Progress progress) {
        Path application = Path.of(plan.project().root()).resolve(plan.project().app());
        ProjectProfile project = inspector.inspect(application, plan.request());
        requireWhole(project);
        requireClean(project, options.allowDirty());
        return carryOut(tenant, plan, options, id, new LinkedHashMap<>(), progress);
    }

    @Override
    public DryRun dryRun(IntegrationPlan plan, ApplyOptions options) {
        return execution.dryRun(plan, options);
    }

    @Override
    public List<InterruptedRun> interrupted() {
        return changeSets.interrupted().stream().map(run -> {
            RunTask task = RunTask.parse(run.task());
            return new InterruptedRun(run.id(), run.project().toString(), task.plan().request(), task.plan().id());
        }).toList();
    }

    @Override
    public IntegrationReport resume(Path project, Progress progress) {
        Path root = inspector.root(existing(project));
        RunTask task = changeSets.interrupted(root)
                .map(run -> RunTask.parse(run.task()))
                .orElseThrow(() -> AgentException.notFound(
                        "nothing-to-resume", "No run on " + root + " was interrupted.", "List interrupted runs with: likeminds runs."));
        orphans.end(root);
        return execution.resume(task, new KeptReport(documents, task.tenant()), progress);
    }

    @Override
    public Optional<IntegrationReport> takenUp(TenantId tenant, String id, Progress progress) {
        Optional<ChangeSets.Interrupted> left = changeSets.interrupted().stream().filter(run -> RunTask.parse(run.task()).report().equals(id)).findFirst();
        return left.isPresent()
                ? left.map(run -> resume(run.project(), progress))
                : documents.get(tenant, SolutionDocuments.REPORTS, id, IntegrationReport.class);
    }

    @Override
    public UndoResult undo(Path project, Progress progress) {
        Path root = inspector.root(existing(project));
        // What a killed run left running would write on behind the back of the undo.
        orphans.end(root);
        ChangeSets.Undone undone = changeSets.undo(root, progress);
        return new UndoResult(project.toString(), undone.restored(), undone.removed(), undone.kept(), undone.merged());
    }

    /** What a killed run left half done is no state to begin from. */
    private void takeBackInterrupted(Path project, Progress progress) {
        if (java.nio.file.Files.isDirectory(project)) {
            Path root = inspector.root(project);
            if (changeSets.interrupted(root).isPresent()) {
                progress.report("Taking back what an interrupted run had begun", 0, 0, "");
                orphans.end(root);
                changeSets.recover(root, progress);
            }
        }
    }

    private void requireWhole(ProjectProfile project) {
        Path root = Path.of(project.root());
        if (changeSets.interrupted(root).isPresent()) {
            throw new AgentException(
                    AgentException.Kind.CONFLICT, INTERRUPTED, "A run on " + root + " was interrupted, so the project is in the middle of it.",
                    "Go on with it: likeminds resume, or take it back: likeminds undo.");
        }
    }

    private static Path existing(Path project) {
        if (!java.nio.file.Files.isDirectory(project)) {
            throw AgentException.notFound("project-not-found", "There is no folder " + project + ".", "Check the path of the project.");
        }
        return project;
    }

    private IntegrationPlan plan(TenantId tenant, IntegrationRequest request, Progress progress, Map<String, Long> tookMs) {
        String text = request.request().strip();
        if (text.isEmpty() || text.length() > LONGEST_REQUEST) {
            throw AgentException.badInput(
                    "request-invalid",
                    text.isEmpty() ? "The request is empty." : "The request is longer than " + LONGEST_REQUEST + " characters.",
                    "Say in a sentence or two what to integrate.");
        }
        ProjectProfile project = inspector.inspect(request.project(), text);
        requireWhole(project);
        requireClean(project, request.allowDirty());
        ProjectFiles files = ProjectFiles.scan(Path.of(project.root()));
        long started = System.nanoTime();
        List<String> docs = request.docs().isEmpty()
                ? documentation.sources(tenant).stream().map(SourceSummary::location).toList()
                : request.docs();
        if (docs.isEmpty()) {
            throw AgentException.badInput(
                    "documentation-missing", "No documentation is given and none was ingested.",
                    "Name it with --docs, or run likeminds ingest first.");
        }
        List<Page> pages = reading.pages(tenant, docs, progress);
        tookMs.put("read", millis(started));
        if (pages.isEmpty()) {
            throw AgentException.badInput(
                    "documentation-empty", "The documentation holds no page that can be read.", "Give a folder of Markdown, MDX or text.");
        }
        started = System.nanoTime();
        progress.report("Planning", 0, 0, "");
        Draft draft = planner.plan(pages, RequestReader.read(text), project, files, request.values());
        List<PlannedStep> steps = new Recording(files, request.values(), edits, new Quotes(pages)::of).steps(draft);
        IntegrationPlan plan = new IntegrationPlan(
                id(), text, project, draft.guide(), draft.guideWhy(), draft.runnersUp(), steps, draft.findings(), draft.openPoints(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(), docs, ranges(draft),
                Fingerprints.of(files.root(), project, steps));
        plans.put(tenant, plan);
        tookMs.put("plan", millis(started));
        return plan;
    }

    /** Short enough to be typed. */
    private static String id() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 10);
    }

    /** The packages that the code must agree with, each with the range that it is declared with. */
    private static Map<String, String> ranges(Draft draft) {
        Map<String, String> ranges = new TreeMap<>();
        draft.packages().forEach(name -> ranges.put(name, ""));
        draft.steps().stream().map(one -> one.step().details())
                .filter(details -> ranges.containsKey(details.getOrDefault("package", "")))
                .forEach(details -> ranges.put(details.getOrDefault("package", ""), details.getOrDefault("range", "")));
        return ranges;
    }

    private void requireClean(ProjectProfile project, boolean allowDirty) {
        if (project.git() == ProjectProfile.GitState.DIRTY && !allowDirty) {
            // What another run is writing is no change of the person's: it says that the project is busy.
            if (changeSets.recover(Path.of(project.root()), Progress.NONE).isPresent()) {
                throw new AgentException(
                        AgentException.Kind.CONFLICT, "project-busy", "Another run on " + project.root() + " has just been taken back.", "Try again.");
            }
            throw AgentException.badInput(
                    "project-dirty",
                    "The project has uncommitted changes, which an integration would mix with its own.",
                    "Commit or stash them, or allow it with --allow-dirty; undo restores them either way.");
        }
    }

    private static long millis(long started) {
        return (System.nanoTime() - started) / 1_000_000;
    }
}
