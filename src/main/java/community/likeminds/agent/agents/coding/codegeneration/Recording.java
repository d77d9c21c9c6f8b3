package community.likeminds.agent.agents.coding.codegeneration;

import community.likeminds.agent.agents.coding.FileChange;
import community.likeminds.agent.agents.coding.PlanStep;
import community.likeminds.agent.agents.coding.PlannedStep;
import community.likeminds.agent.agents.coding.codeplanning.Draft;
import community.likeminds.agent.agents.coding.requirementanalysis.ProjectFiles;
import community.likeminds.agent.processors.code.StructuralEdits;
import community.likeminds.agent.processors.docs.Citation;
import community.likeminds.agent.project.output.Patch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns a draft, which holds texts of files, into steps that hold changes and no given values. Used once. */
public final class Recording {

    private final ProjectFiles files;
    private final GivenValues given;
    private final StructuralEdits edits;
    private final Function<Citation, String> quotes;
    private final Map<String, String> texts = new HashMap<>();

    /** @param quotes what a cited passage says */
    public Recording(ProjectFiles files, Map<String, String> given, StructuralEdits edits, Function<Citation, String> quotes) {
        this.quotes = quotes;
        this.files = files;
        this.given = new GivenValues(given);
        this.edits = edits;
    }

    public List<PlannedStep> steps(Draft draft) {
        List<PlannedStep> steps = new ArrayList<>();
        for (Draft.DraftStep one : draft.steps()) {
            PlanStep step = one.step();
            PlannedStep.Status status = switch (one.state()) {
                case TO_DO -> PlannedStep.Status.TO_DO;
                case ALREADY_THERE -> PlannedStep.Status.ALREADY_THERE;
                case MANUAL -> PlannedStep.Status.MANUAL;
            };
            steps.add(new PlannedStep(
                    step.id(), step.kind(), step.title(), step.target(), step.why(), step.citations(), step.details(), status,
                    one.detail(), changes(one), step.citations().stream().map(quotes).toList()));
        }
        return steps;
    }

    private List<FileChange> changes(Draft.DraftStep one) {
        List<FileChange> changes = new ArrayList<>();
        String variable = one.step().kind() == PlanStep.Kind.SET_ENVIRONMENT ? one.step().details().getOrDefault("name", "") : "";
        new TreeMap<>(one.texts()).forEach((path, text) -> {
            String before = text(path);
            if (!text.equals(before)) {
                changes.add(set(path, variable, before == null ? "" : before, text).orElseGet(() -> change(path, before, text)));
                texts.put(path, text);
            }
        });
        String target = one.step().target();
        if (!variable.isEmpty() && EnvironmentFiles.local(target) && changes.stream().noneMatch(change -> change.path().equals(target))) {
            open(target, variable).ifPresent(changes::add);
        }
        return changes;
    }

    private FileChange change(String path, @Nullable String before, String text) {
        if (before != null) {
            String patch = Patch.between(before, text);
            if (!patch.isEmpty() && Patch.parse(patch).apply(before).equals(text)) {
                return new FileChange(path, FileChange.Kind.EDIT, given.hidden(patch), "");
            }
        }
        return new FileChange(path, FileChange.Kind.CREATE, given.hidden(text), "");
    }

    /** A change that is the setting of one variable to a given value, if it is that and nothing else. */
    private Optional<FileChange> set(String path, String variable, String before, String text) {
        if (variable.isEmpty() || !EnvironmentFiles.local(path)) {
            return Optional.empty();
        }
        return given.namesFor(variable).stream()
                .filter(name -> edits.setEnvironment(before, variable, given.of(name)).text().equals(text))
                .findFirst()
                .map(name -> new FileChange(path, FileChange.Kind.SET, variable, name));
    }

    /** A variable that has no value yet: it can be given when the plan is applied. */
    private Optional<FileChange> open(String path, String variable) {
        String text = text(path);
        boolean unset = edits.setEnvironment(text == null ? "" : text, variable, "probe").changed();
        return unset ? Optional.of(new FileChange(path, FileChange.Kind.SET, variable, "")) : Optional.empty();
    }

    private @Nullable String text(String path) {
        String changed = texts.get(path);
        return changed != null ? changed : files.has(path) ? files.text(path) : null;
    }
}
