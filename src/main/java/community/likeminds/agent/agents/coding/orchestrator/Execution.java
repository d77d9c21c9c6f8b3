package community.likeminds.agent.agents.coding.orchestrator;

import community.likeminds.agent.agents.coding.ApplyOptions;
import community.likeminds.agent.agents.coding.DryRun;
import community.likeminds.agent.agents.coding.FileChange;
import community.likeminds.agent.agents.coding.IntegrationPlan;
import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.PlannedStep;
import community.likeminds.agent.agents.coding.RunEvent;
import community.likeminds.agent.agents.coding.RunObserver;
import community.likeminds.agent.agents.coding.codegeneration.Application;
import community.likeminds.agent.agents.coding.codegeneration.GivenValues;
import community.likeminds.agent.agents.coding.codegeneration.Replay;
import community.likeminds.agent.agents.coding.codeplanning.Draft;
import community.likeminds.agent.agents.coding.codevalidation.Ladder;
import community.likeminds.agent.infrastructure.secrets.SecretEncryption;
import community.likeminds.agent.processors.code.StructuralEdits;
import community.likeminds.agent.project.output.Branches;
import community.likeminds.agent.project.output.ChangeSets;
import community.likeminds.agent.project.output.GitFiles;
import community.likeminds.agent.project.output.UnifiedDiff;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries a plan out: the one way in which projects are changed. */
@Component
class Execution {

    private final ChangeSets changeSets;
    private final Branches branches;
    private final Ladder ladder;
    private final StructuralEdits edits;
    private final GitFiles git;
    private final SecretEncryption encryption;

    Execution(ChangeSets changeSets, Branches branches, Ladder ladder, StructuralEdits edits, GitFiles git, SecretEncryption encryption) {
        this.encryption = encryption;
        this.git = git;
        this.changeSets = changeSets;
        this.branches = branches;
        this.ladder = ladder;
        this.edits = edits;
    }

    /**
     * What a run is known by.
     *
     * @param id of its report
     * @param tookMs milliseconds of the phases before
     * @param kept is given the report before the changes are made to stay, so that whoever finds the one finds the other
     */
    record Frame(String id, Map<String, Long> tookMs, Consumer<IntegrationReport> kept) {}

    IntegrationReport apply(TenantId tenant, IntegrationPlan plan, ApplyOptions options, Frame frame, Progress progress) {
        Path root = Path.of(plan.project().root());
        Originals originals = new Originals(root);
        RunObserver observer = RunObserver.of(progress);
        observer.event(RunEvent.of(plan));
        draft(plan, options, originals);
        GivenValues values = new GivenValues(options.values());
        IntegrationPlan wanted = new Approval(observer, new Replay(originals, values, edits), new StepDiffs(originals, values.secrets()))
                .of(keptOut(plan, options, originals));
        Draft draft = draft(wanted, options, originals);
        if (draft.steps().stream().noneMatch(step -> step.state() == Draft.State.TO_DO)) {
            IntegrationReport report = new Account(frame.id(), wanted, options.branch(), draft, originals, frame.tookMs()).unchanged();
            frame.kept().accept(report);
            return told(report, observer);
        }
        RunTask task = RunTask.of(frame, tenant, wanted, options);
        try (ChangeSets.Run run = changeSets.begin(root, task.text(encryption))) {
            // From here on nobody else can begin a run: another one, or the person, may have been at work since the texts were read.
            originals.requireUnchanged(path -> text(run.former(path)));
            return ended(carryOut(task, draft, run, frame.kept(), progress), observer);
        }
    }

    private IntegrationPlan keptOut(IntegrationPlan plan, ApplyOptions options, Originals originals) {
        return options.trackedValues() ? plan : new TrackedValues(git, edits, originals, new GivenValues(options.values())).keptOut(plan);
    }

    private static IntegrationReport ended(IntegrationReport report, RunObserver observer) {
        observer.event(RunEvent.of(report));
        return report;
    }

    private static IntegrationReport told(IntegrationReport report, RunObserver observer) {
        report.steps().forEach(step -> observer.event(RunEvent.of(step)));
        report.checks().forEach(check -> observer.event(RunEvent.of(check)));
        return ended(report, observer);
    }

    /** Goes on with an interrupted run. Nothing of what its process left running may be at work any more. */
    IntegrationReport resume(RunTask left, Consumer<IntegrationReport> kept, Progress progress) {
        RunTask task = left.opened(encryption);
        Path root = Path.of(task.plan().project().root());
        try (ChangeSets.Run run = changeSets.resume(root)) {
            Draft draft = replayed(task.plan(), task.options(), path -> text(run.former(path)));
            return ended(carryOut(task, draft, run, kept, progress), RunObserver.of(progress));
        }
    }

    private IntegrationReport carryOut(RunTask task, Draft draft, ChangeSets.Run run, Consumer<IntegrationReport> kept, Progress progress) {
        Path root = Path.of(task.plan().project().root());
        Map<String, Long> tookMs = new LinkedHashMap<>(task.tookMs());
        boolean resumed = !run.notes().isEmpty();
        long started = System.nanoTime();
        Map<String, String> texts = Application.apply(draft, run, progress, step -> RunObserver.of(progress).event(Account.event(step)));
        if (resumed) {
            beforeProof(root, run, texts, progress);
        }
        tookMs.put("apply", millis(started));
        started = System.nanoTime();
        Ladder.Proof proof = ladder.climb(
                draft, task.plan().project(), run, texts, task.options().skip(), task.options().values(), progress);
        tookMs.put("prove", millis(started));
        String branch = task.options().branch();
        Account account = new Account(task.report(), task.plan(), branch, draft, path -> text(run.former(path)), tookMs);
        IntegrationReport report = account.changed(run, proof);
        // A branch that is refused takes the whole run back with it.
        if (!branch.isEmpty()) {
            Branches.Prepared prepared = branches.prepare(root, branch, account.commits(run.changes(), proof.moved()));
            run.note(Branches.NOTE + prepared.text());
            branches.publish(root, prepared);
        }
        kept.accept(report);
        run.commit();
        return report;
    }

    /** An interrupted proof is begun anew from the same state: half of an install or of a branch is worse than none. */
    private void beforeProof(Path root, ChangeSets.Run run, Map<String, String> texts, Progress progress) {
        run.notes().stream().filter(note -> note.startsWith(Branches.NOTE))
                .forEach(note -> branches.withdraw(root, Branches.Prepared.parse(note.substring(Branches.NOTE.length()))));
        run.rewind(texts.keySet(), progress);
        texts.forEach((path, text) -> run.write(path, text.getBytes(StandardCharsets.UTF_8)));
    }

    private static @Nullable String text(byte @Nullable [] content) {
        return content == null ? null : new String(content, StandardCharsets.UTF_8);
    }

    DryRun dryRun(IntegrationPlan plan, ApplyOptions options) {
        Originals originals = new Originals(Path.of(plan.project().root()));
        Draft draft = draft(keptOut(plan, options, originals), options, originals);
        Map<String, ChangeSets.Change> changes = new TreeMap<>();
        for (Draft.DraftStep step : draft.steps()) {
            step.texts().forEach((path, text) -> {
                String before = originals.apply(path);
                changes.put(path, new ChangeSets.Change(
                        before == null ? null : before.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8)));
            });
        }
        Map<String, String> kinds = new TreeMap<>();
        changes.forEach((path, change) -> kinds.put(path, change.kind()));
        return new DryRun(kinds, new UnifiedDiff(draft.secrets()).of(changes));
    }

    /** The plan with the texts that it leads to in the project as it is; whatever is wrong with it is said before anything is changed. */
    private Draft draft(IntegrationPlan plan, ApplyOptions options, Originals originals) {
        changeSets.requireInside(originals.root(), plan.steps().stream()
                .flatMap(step -> step.changes().stream()).map(FileChange::path).distinct().toList());
        Fingerprints.require(originals.root(), plan.startsFrom());
        return replayed(plan, options, originals);
    }

    private Draft replayed(IntegrationPlan plan, ApplyOptions options, Function<String, @Nullable String> originals) {
        GivenValues values = new GivenValues(options.values());
        Replay replay = new Replay(originals, values, edits);
        List<Draft.DraftStep> steps = new ArrayList<>();
        for (PlannedStep step : plan.steps()) {
            steps.add(replay.next(step));
        }
        Bounds.require(plan, steps, originals);
        return new Draft(
                plan.guide(), plan.guideWhy(), plan.runnersUp(), steps, plan.findings(), stillOpen(plan, steps), plan.packages().keySet(),
                plan.project().framework().equals("static") ? values.secretsOfPages() : values.secrets());
    }

    /** What is open but for variables that got their value after the plan was made. */
    private static List<String> stillOpen(IntegrationPlan plan, List<Draft.DraftStep> steps) {
        List<String> open = new ArrayList<>(plan.openPoints());
        for (int i = 0; i < steps.size(); i++) {
            for (FileChange change : plan.steps().get(i).changes()) {
                if (change.kind() == FileChange.Kind.SET && change.value().isEmpty() && steps.get(i).texts().containsKey(change.path())) {
                    open.removeIf(point -> point.startsWith("Set " + change.text() + " in " + change.path() + ":"));
                }
            }
        }
        return open;
    }

    private static long millis(long started) {
        return (System.nanoTime() - started) / 1_000_000;
    }
}
