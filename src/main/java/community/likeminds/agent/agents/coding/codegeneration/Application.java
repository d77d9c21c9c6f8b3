package community.likeminds.agent.agents.coding.codegeneration;

import community.likeminds.agent.agents.coding.codeplanning.Draft;
import community.likeminds.agent.project.output.ChangeSets;
import community.likeminds.agent.shared.Observed;
import community.likeminds.agent.shared.Progress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Applies a draft to the project, step by step, through a run that can be rolled back. */
public final class Application {

    private Application() {}

    /**
     * Writes the texts of every step that has something to do, but for the steps that an interrupted run has done.
     *
     * @param told each step as soon as it is done
     * @return final texts by path
     */
    public static Map<String, String> apply(Draft draft, ChangeSets.Run run, Progress progress, Consumer<Draft.DraftStep> told) {
        Map<String, String> written = new LinkedHashMap<>();
        long total = draft.steps().size();
        long done = 0;
        for (Draft.DraftStep step : draft.steps()) {
            progress.report("Applying the plan", ++done, total, step.step().title());
            if (step.state() != Draft.State.TO_DO) {
                told.accept(step);
                continue;
            }
            written.putAll(step.texts());
            String mark = "step " + step.step().id();
            if (!run.notes().contains(mark)) {
                Observed.work("likeminds.step", "kind", step.step().kind().name().toLowerCase(Locale.ROOT), () -> {
                    step.texts().forEach((path, text) -> run.write(path, text.getBytes(StandardCharsets.UTF_8)));
                    run.note(mark);
                    return mark;
                });
            }
            told.accept(step);
        }
        return written;
    }
}
