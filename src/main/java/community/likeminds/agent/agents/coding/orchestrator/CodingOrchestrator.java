package community.likeminds.agent.agents.coding.orchestrator;

import community.likeminds.agent.agents.coding.CodingAgent;
import community.likeminds.agent.agents.coding.IntegrationPlan;
import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.IntegrationRequest;
import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.agents.coding.UndoResult;
import community.likeminds.agent.agents.coding.codegeneration.Application;
import community.likeminds.agent.agents.coding.codeplanning.Draft;
import community.likeminds.agent.agents.coding.codeplanning.GuidePlanner;
import community.likeminds.agent.agents.coding.codevalidation.Ladder;
import community.likeminds.agent.agents.coding.requirementanalysis.DependencyUsage;
import community.likeminds.agent.agents.coding.requirementanalysis.ProjectFiles;
import community.likeminds.agent.agents.coding.requirementanalysis.ProjectInspector;
import community.likeminds.agent.agents.coding.requirementanalysis.RequestReader;
import community.likeminds.agent.agents.documentation.DocumentReading;
import community.likeminds.agent.agents.documentation.DocumentationAgent;
import community.likeminds.agent.agents.documentation.SourceSummary;
import community.likeminds.agent.infrastructure.storage.JsonRecords;
import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.project.output.Branches;
import community.likeminds.agent.project.output.ChangeSets;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Runs the workflow: understand, read, plan, apply, prove, report. */
@Service
class CodingOrchestrator implements CodingAgent {

    private static final int LONGEST_REQUEST = 4_000;

    private final ProjectInspector inspector;
    private final DependencyUsage usage;
    private final DocumentReading reading;
    private final DocumentationAgent documentation;
    private final GuidePlanner planner;
    private final ChangeSets changeSets;
    private final Branches branches;
    private final Ladder ladder;
    private final JsonRecords records;

    CodingOrchestrator(
            ProjectInspector inspector, DependencyUsage usage, DocumentReading reading, DocumentationAgent documentation, GuidePlanner planner,
            ChangeSets changeSets, Branches branches, Ladder ladder, JsonRecords records) {
        this.inspector = inspector;
        this.usage = usage;
        this.reading = reading;
        this.documentation = documentation;
        this.planner = planner;
        this.changeSets = changeSets;
        this.branches = branches;
        this.ladder = ladder;
        this.records = records;
    }

    private record Planned(ProjectProfile project, ProjectFiles files, Draft draft) {}

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
        Planned planned = prepare(tenant, request, progress, new LinkedHashMap<>());
        Draft draft = planned.draft();
        IntegrationPlan plan = new IntegrationPlan(
                UUID.randomUUID().toString(), request.request(), planned.project(), draft.guide(), draft.guideWhy(), draft.runnersUp(),
                draft.steps().stream().map(Draft.DraftStep::step).toList(), draft.findings(), draft.openPoints());
        records.put(tenant, "plans", plan.id(), plan);
        return plan;
    }

    @Override
    public IntegrationReport integrate(TenantId tenant, IntegrationRequest request, Progress progress) {
        Map<String, Long> tookMs = new LinkedHashMap<>();
        IntegrationReport report;
        try {
            Planned planned = prepare(tenant, request, progress, tookMs);
            report = carryOut(planned, request, progress, tookMs);
        } catch (AgentException refusal) {
            if (refusal.kind() != AgentException.Kind.REFUSED) {
                throw refusal;
            }
            report = Refusals.report(request, refusal, tookMs);
        }
        records.put(tenant, "reports", report.id(), report);
        return report;
    }

    @Override
    public UndoResult undo(Path project) {
        if (!java.nio.file.Files.isDirectory(project)) {
            throw AgentException.notFound("project-not-found", "There is no folder " + project + ".", "Check the path of the project.");
        }
        ChangeSets.Undone undone = changeSets.undo(inspector.root(project));
        return new UndoResult(project.toString(), undone.restored(), undone.removed(), undone.kept());
    }

    private Planned prepare(TenantId tenant, IntegrationRequest request, Progress progress, Map<String, Long> tookMs) {
        String text = request.request().strip();
        if (text.isEmpty() || text.length() > LONGEST_REQUEST) {
            throw AgentException.badInput(
                    "request-invalid",
                    text.isEmpty() ? "The request is empty." : "The request is longer than " + LONGEST_REQUEST + " characters.",
                    "Say in a sentence or two what to integrate.");
        }
        ProjectProfile project = inspector.inspect(request.project(), text);
        requireClean(project, request);
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
        tookMs.put("plan", millis(started));
        return new Planned(project, files, draft);
    }

    private static void requireClean(ProjectProfile project, IntegrationRequest request) {
        if (project.git() == ProjectProfile.GitState.DIRTY && !request.allowDirty()) {
            throw AgentException.badInput(
                    "project-dirty",
                    "The project has uncommitted changes, which an integration would mix with its own.",
                    "Commit or stash them, or allow it with --allow-dirty; undo restores them either way.");
        }
    }

    private IntegrationReport carryOut(Planned planned, IntegrationRequest request, Progress progress, Map<String, Long> tookMs) {
        Draft draft = planned.draft();
        Path root = Path.of(planned.project().root());
        boolean changes = draft.steps().stream().anyMatch(step -> step.state() == Draft.State.TO_DO);
        if (!changes) {
            return new Account(request, planned.project(), draft, tookMs).unchanged();
        }
        try (ChangeSets.Run run = changeSets.begin(root)) {
            long started = System.nanoTime();
            Map<String, String> texts = Application.apply(draft, planned.files(), run, progress);
            tookMs.put("apply", millis(started));
            started = System.nanoTime();
            Ladder.Proof proof = ladder.climb(draft, planned.project(), run, texts, request.skip(), request.values(), progress);
            tookMs.put("prove", millis(started));
            Account account = new Account(request, planned.project(), draft, tookMs);
            IntegrationReport report = account.changed(run, proof);
            // A branch that is refused takes the whole run back with it.
            if (!request.branch().isEmpty()) {
                branches.commit(root, request.branch(), account.commits(run.changes()));
            }
            run.commit();
            return report;
        }
    }

    private static long millis(long started) {
        return (System.nanoTime() - started) / 1_000_000;
    }
}
