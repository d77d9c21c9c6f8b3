package community.likeminds.agent.agents.coding.codegeneration;

import community.likeminds.agent.agents.coding.FileChange;
import community.likeminds.agent.agents.coding.PlanStep;
import community.likeminds.agent.agents.coding.PlannedStep;
import community.likeminds.agent.agents.coding.codeplanning.Draft;
import community.likeminds.agent.processors.code.StructuralEdits;
import community.likeminds.agent.project.output.Patch;
import community.likeminds.agent.shared.AgentException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns planned steps back into texts of files, one step after the other. */
public final class Replay {

    private final Function<String, @Nullable String> originals;
    private final GivenValues values;
    private final StructuralEdits edits;
    private final Map<String, String> texts = new HashMap<>();

    /** @param originals text of a file as it was when the plan was made, or null for one that is not there */
    public Replay(Function<String, @Nullable String> originals, GivenValues values, StructuralEdits edits) {
        this.originals = originals;
        this.values = values;
        this.edits = edits;
    }

    /**
     * The next step with the texts that it leads to.
     *
     * @throws AgentException {@code plan-does-not-fit} when a diff's lines do not stand in the file, {@code value-missing}
     */
    public Draft.DraftStep next(PlannedStep step) {
        Draft.DraftStep next = peek(step);
        keep(next);
        return next;
    }

    /** Lets the steps that follow start from what a step leaves. */
    public void keep(Draft.DraftStep step) {
        texts.putAll(step.texts());
    }

    /** {@link #next} without going on. */
    public Draft.DraftStep peek(PlannedStep step) {
        Map<String, String> changed = new LinkedHashMap<>();
        for (FileChange change : step.changes()) {
            String before = changed.containsKey(change.path()) ? changed.get(change.path()) : text(change.path());
            String after = after(step, change, before);
            if (after != null && !after.equals(before)) {
                changed.put(change.path(), after);
            }
        }
        Draft.State state = switch (step.status()) {
            case TO_DO -> Draft.State.TO_DO;
            case UNKNOWN -> Draft.State.MANUAL;
            // A value that was given only now makes something to do of a step that waited for it, or had nothing.
            case MANUAL -> step.kind() == PlanStep.Kind.SET_ENVIRONMENT && !changed.isEmpty() ? Draft.State.TO_DO : Draft.State.MANUAL;
            case ALREADY_THERE -> changed.isEmpty() ? Draft.State.ALREADY_THERE : Draft.State.TO_DO;
        };
        return new Draft.DraftStep(step.step(), state, state == Draft.State.MANUAL ? Map.of() : changed, step.detail());
    }

    /** Null when there is nothing to do. */
    private @Nullable String after(PlannedStep step, FileChange change, @Nullable String before) {
        String present = before == null ? "" : before;
        return switch (change.kind()) {
            case CREATE -> values.shown(change.text());
            case EDIT -> {
                try {
                    yield Patch.parse(values.shown(change.text())).apply(present);
                } catch (IllegalArgumentException unfit) {
                    throw new AgentException(
                            AgentException.Kind.CONFLICT, "plan-does-not-fit",
                            "Step " + step.id() + " of the plan cannot change " + change.path() + ": " + unfit.getMessage() + ".",
                            "Correct the diff of that step, or make the plan again with: likeminds plan.", unfit);
                }
            }
            case SET -> {
                String value = change.value().isEmpty() ? values.forVariable(change.text()) : values.required(change.value());
                yield value.isEmpty() ? null : edits.setEnvironment(present, change.text(), value).text();
            }
            case UNKNOWN -> throw AgentException.badInput(
                    "plan-invalid", "Step " + step.id() + " of the plan changes " + change.path() + " in a way that this version does not know.",
                    "Make the plan again with: likeminds plan.");
        };
    }

    private @Nullable String text(String path) {
        String changed = texts.get(path);
        return changed != null ? changed : originals.apply(path);
    }
}
