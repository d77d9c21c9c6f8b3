package community.likeminds.agent.agents.coding.orchestrator;

import community.likeminds.agent.agents.coding.FileChange;
import community.likeminds.agent.agents.coding.IntegrationPlan;
import community.likeminds.agent.agents.coding.PlannedStep;
import community.likeminds.agent.agents.coding.codegeneration.GivenValues;
import community.likeminds.agent.processors.code.StructuralEdits;
import community.likeminds.agent.project.output.GitFiles;
import community.likeminds.agent.project.output.Patch;
import java.util.ArrayList;
import java.util.List;

/** Keeps given values out of what git commits: a tracked file is left to the person, one that is not ignored yet becomes so. */
final class TrackedValues {

    private static final String IGNORE = ".gitignore";

    private final GitFiles git;
    private final StructuralEdits edits;
    private final Originals originals;
    private final GivenValues values;

    TrackedValues(GitFiles git, StructuralEdits edits, Originals originals, GivenValues values) {
        this.git = git;
        this.edits = edits;
        this.originals = originals;
        this.values = values;
    }

    IntegrationPlan keptOut(IntegrationPlan plan) {
        boolean ignoring = plan.steps().stream().flatMap(step -> step.changes().stream()).anyMatch(change -> change.path().equals(IGNORE));
        List<PlannedStep> steps = new ArrayList<>();
        for (PlannedStep step : plan.steps()) {
            FileChange set = step.changes().stream().filter(this::writesValue).findFirst().orElse(null);
            if (set == null) {
                steps.add(step);
            } else if (git.tracked(originals.root(), set.path())) {
                steps.add(changed(step, PlannedStep.Status.MANUAL, set.path() + " is tracked by git, so the value would be committed: take the file out with"
                        + " 'git rm --cached " + set.path() + "' and ignore it, or allow it with --allow-tracked-env.", List.of()));
            } else if (!ignoring && !git.ignored(originals.root(), set.path())) {
                ignoring = true;
                List<FileChange> more = new ArrayList<>(step.changes());
                more.add(ignored(set.path()));
                steps.add(changed(step, step.status(), step.detail(), more));
            } else {
                steps.add(step);
            }
        }
        return plan.withSteps(steps);
    }

    private boolean writesValue(FileChange change) {
        if (change.kind() != FileChange.Kind.SET) {
            return false;
        }
        String value = change.value().isEmpty() ? values.forVariable(change.text()) : values.required(change.value());
        String text = originals.apply(change.path());
        return !value.isEmpty() && edits.setEnvironment(text == null ? "" : text, change.text(), value).changed();
    }

    private FileChange ignored(String path) {
        String rules = originals.apply(IGNORE);
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (rules == null) {
            return new FileChange(IGNORE, FileChange.Kind.CREATE, name + "\n", "");
        }
        String end = rules.contains("\r\n") ? "\r\n" : "\n";
        String more = rules + (rules.isEmpty() || rules.endsWith("\n") ? "" : end) + name + end;
        return new FileChange(IGNORE, FileChange.Kind.EDIT, Patch.between(rules, more), "");
    }

    private static PlannedStep changed(PlannedStep step, PlannedStep.Status status, String detail, List<FileChange> changes) {
        return new PlannedStep(
                step.id(), step.kind(), step.title(), step.target(), step.why(), step.citations(), step.details(), status, detail, changes, step.quotes());
    }
}
