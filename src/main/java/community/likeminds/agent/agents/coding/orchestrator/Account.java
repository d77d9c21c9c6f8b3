package community.likeminds.agent.agents.coding.orchestrator;

import community.likeminds.agent.agents.coding.IntegrationPlan;
import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.IntegrationReport.CheckOutcome;
import community.likeminds.agent.agents.coding.IntegrationReport.Feedback;
import community.likeminds.agent.agents.coding.IntegrationReport.StepOutcome;
import community.likeminds.agent.agents.coding.PlannedStep;
import community.likeminds.agent.agents.coding.RunEvent;
import community.likeminds.agent.agents.coding.codeplanning.Draft;
import community.likeminds.agent.agents.coding.codevalidation.Ladder;
import community.likeminds.agent.processors.docs.Citation;
import community.likeminds.agent.project.output.Branches;
import community.likeminds.agent.project.output.ChangeSets;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells what a run did. The status comes from what was observed. */
final class Account {

    private final String id;
    private final IntegrationPlan plan;
    private final String branch;
    private final Draft draft;
    private final Function<String, @Nullable String> originals;
    private final Map<String, Long> tookMs;

    Account(String id, IntegrationPlan plan, String branch, Draft draft, Function<String, @Nullable String> originals, Map<String, Long> tookMs) {
        this.id = id;
        this.plan = plan;
        this.branch = branch;
        this.draft = draft;
        this.originals = originals;
        this.tookMs = tookMs;
    }

    /** The report of a run that found nothing to do. */
    IntegrationReport unchanged() {
        boolean manual = manual();
        boolean there = draft.steps().stream().anyMatch(step -> step.state() == Draft.State.ALREADY_THERE);
        String status = !manual && there ? IntegrationReport.VERIFIED : there ? IntegrationReport.PARTIAL : IntegrationReport.FAILED;
        String summary = switch (status) {
            case IntegrationReport.VERIFIED -> "Everything that the guide asks for stands in the project already; nothing was changed.";
            case IntegrationReport.PARTIAL -> "What can be done from the documentation stands in the project already; the rest is yours.";
            default -> "Nothing of the guide could be applied; nothing was changed.";
        };
        CheckOutcome check = new CheckOutcome(
                "present", "passed", "Each step was looked up in the project's own files; nothing was built because nothing changed.", "", "", 0);
        return report(status, summary, outcomes(Map.of(), Map.of()), there ? List.of(check) : List.of(), List.of(), Map.of(), "", "");
    }

    /** The report of a run that changed files. */
    IntegrationReport changed(ChangeSets.Run run, Ladder.Proof proof) {
        Map<String, ChangeSets.Change> changes = new TreeMap<>(run.changes());
        Map<String, String> kinds = new LinkedHashMap<>();
        changes.forEach((path, change) -> kinds.put(path, change.kind()));
        boolean complete = !manual() && proof.holds();
        List<String> findings = new ArrayList<>(proof.findings());
        String status = complete ? IntegrationReport.VERIFIED : IntegrationReport.PARTIAL;
        return report(
                status, summary(status, proof), outcomes(kinds, proof.moved()), proof.checks(), findings, kinds, run.diff(draft.secrets()), branch);
    }

    private String summary(String status, Ladder.Proof proof) {
        long applied = draft.steps().stream().filter(step -> step.state() == Draft.State.TO_DO).count();
        String done = applied + (applied == 1 ? " step was" : " steps were") + " applied.";
        if (status.equals(IntegrationReport.VERIFIED)) {
            return done + " Every check that could be made passed.";
        }
        String failed = proof.broken().stream().findFirst()
                .map(check -> " The check " + check.name() + " did not pass: " + check.detail()).orElse("");
        return done + failed + (manual() ? " Some of it is left to you." : "");
    }

    private boolean manual() {
        return draft.steps().stream().anyMatch(step -> step.state() == Draft.State.MANUAL);
    }

    private static String status(Draft.DraftStep one) {
        return switch (one.state()) {
            case TO_DO -> "applied";
            case ALREADY_THERE -> "already-there";
            case MANUAL -> Approval.leftOut(one.detail()) ? "skipped" : "manual";
        };
    }

    /** A step that is done, or will not be. */
    static RunEvent event(Draft.DraftStep one) {
        return new RunEvent("step", one.step().id(), one.step().title(), status(one), one.detail());
    }

    private List<StepOutcome> outcomes(Map<String, String> changed, Map<String, String> moved) {
        List<StepOutcome> outcomes = new ArrayList<>();
        StepDiffs diffs = new StepDiffs(originals, draft.secrets());
        Map<String, PlannedStep> planned = plan.steps().stream().collect(Collectors.toMap(PlannedStep::id, Function.identity()));
        for (Draft.DraftStep one : draft.steps()) {
            PlannedStep source = planned.get(one.step().id());
            List<String> files = one.texts().keySet().stream().map(path -> moved.getOrDefault(path, path)).filter(changed::containsKey).sorted().toList();
            outcomes.add(new StepOutcome(
                    one.step().id(), one.step().title(), one.step().kind().name().toLowerCase(Locale.ROOT).replace('_', '-'), status(one),
                    one.detail(), one.step().why(), one.step().citations(), files, diffs.next(one), source == null ? List.of() : source.quotes()));
        }
        return outcomes;
    }

    /** One commit for each applied step, in order, each with the texts as they are after it. */
    List<Branches.Commit> commits(Map<String, ChangeSets.Change> changes, Map<String, String> moved) {
        List<Branches.Commit> commits = new ArrayList<>();
        Map<String, byte[]> last = new LinkedHashMap<>();
        changes.forEach((path, change) -> {
            byte[] after = change.after();
            if (after != null) {
                last.put(path, after);
            }
        });
        for (Draft.DraftStep one : draft.steps()) {
            if (one.state() == Draft.State.TO_DO) {
                Map<String, byte @org.jspecify.annotations.Nullable []> files = new LinkedHashMap<>();
                one.texts().forEach((path, text) -> files.put(moved.getOrDefault(path, path), finalText(path, text, last, moved)));
                files.keySet().removeIf(path -> path.substring(path.lastIndexOf('/') + 1).startsWith(".env") && !path.endsWith(".example"));
                if (!files.isEmpty()) {
                    commits.add(new Branches.Commit(message(one), files));
                }
            }
        }
        return commits;
    }

    /** The last step that touches a file carries the corrections of the proof as well. */
    private byte[] finalText(String path, String text, Map<String, byte[]> last, Map<String, String> moved) {
        String latest = null;
        for (Draft.DraftStep one : draft.steps()) {
            latest = one.texts().getOrDefault(path, latest == null ? text : latest);
        }
        byte[] own = text.getBytes(StandardCharsets.UTF_8);
        return text.equals(latest) ? last.getOrDefault(moved.getOrDefault(path, path), own) : own;
    }

    private static String message(Draft.DraftStep one) {
        StringBuilder message = new StringBuilder("feat: ")
                .append(one.step().title().substring(0, 1).toLowerCase(Locale.ROOT)).append(one.step().title().substring(1)).append("\n\n")
                .append(one.detail()).append('\n');
        for (Citation citation : one.step().citations()) {
            message.append("Asked for by ").append(citation.page()).append(", \"").append(citation.heading()).append("\", lines ")
                    .append(citation.startLine()).append('-').append(citation.endLine()).append(".\n");
        }
        return message.toString();
    }

    /** The passages, so that a person finds what to write after. */
    private static String shownIn(List<Citation> citations) {
        return citations.stream().findFirst()
                .map(one -> " It is shown in " + one.page() + ", \"" + one.heading() + "\", lines " + one.startLine() + "-" + one.endLine() + ".")
                .orElse("");
    }

    private IntegrationReport report(
            String status, String summary, List<StepOutcome> steps, List<CheckOutcome> checks, List<String> findings,
            Map<String, String> changed, String diff, String branch) {
        List<String> all = new ArrayList<>(draft.findings());
        all.addAll(findings);
        List<String> open = new ArrayList<>(draft.openPoints());
        draft.steps().stream().filter(step -> step.state() == Draft.State.MANUAL)
                .forEach(step -> open.add(step.step().title() + (step.step().target().isEmpty() ? "" : " (in " + step.step().target() + ")")
                        + " - " + step.detail() + shownIn(step.step().citations())));
        List<String> problems = all.stream().distinct().toList();
        return new IntegrationReport(
                id, status, summary, plan.request(), plan.project().root(), draft.guide(), draft.guideWhy(), steps,
                checks, problems, open.stream().distinct().toList(), changed, diff, branch, tookMs, plan.id(), draft.runnersUp(),
                feedback(problems));
    }

    /** What hinders a reader of the documentation: passages that lead to no edit, and what is wrong in it. */
    private List<Feedback> feedback(List<String> problems) {
        List<Feedback> feedback = new ArrayList<>();
        for (Draft.DraftStep one : draft.steps()) {
            // What a person did not want is no fault of the documentation.
            if (one.state() == Draft.State.MANUAL && !Approval.leftOut(one.detail())) {
                feedback.add(new Feedback(one.step().citations().stream().findFirst().orElse(null), one.step().title(), one.detail()));
            }
        }
        problems.forEach(problem -> feedback.add(new Feedback(null, "", problem)));
        return List.copyOf(feedback);
    }
}
