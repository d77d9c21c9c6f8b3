package community.likeminds.agent.agents.coding.orchestrator;

import community.likeminds.agent.agents.coding.codeplanning.Draft;
import community.likeminds.agent.project.output.ChangeSets.Change;
import community.likeminds.agent.project.output.UnifiedDiff;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Diffs of one step after the other, each against what the steps before leave. */
final class StepDiffs {

    private final Function<String, @Nullable String> originals;
    private final UnifiedDiff diff;
    private final Map<String, String> texts = new HashMap<>();

    StepDiffs(Function<String, @Nullable String> originals, List<String> secrets) {
        this.originals = originals;
        this.diff = new UnifiedDiff(secrets);
    }

    String next(Draft.DraftStep step) {
        String text = peek(step);
        texts.putAll(step.texts());
        return text;
    }

    /** {@link #next} without going on. */
    String peek(Draft.DraftStep step) {
        Map<String, Change> changes = new TreeMap<>();
        step.texts().forEach((path, text) -> {
            String before = texts.containsKey(path) ? texts.get(path) : originals.apply(path);
            changes.put(path, new Change(
                    before == null ? null : before.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8)));
        });
        return diff.of(changes);
    }
}
