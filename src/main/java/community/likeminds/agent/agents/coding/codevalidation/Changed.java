package community.likeminds.agent.agents.coding.codevalidation;

import community.likeminds.agent.project.output.ChangeSets;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The files that a run changed, as they are and as they were; whatever is mended is written through the run, so that undo reaches it. */
final class Changed {

    private final ChangeSets.Run run;
    private final Map<String, String> texts;
    private final Map<String, String> before = new LinkedHashMap<>();

    Changed(ChangeSets.Run run, Map<String, String> texts) {
        this.run = run;
        this.texts = new LinkedHashMap<>(texts);
        run.changes().forEach((path, change) -> {
            byte[] was = change.before();
            if (was != null && texts.containsKey(path)) {
                before.put(path, new String(was, StandardCharsets.UTF_8));
            }
        });
    }

    /** A copy of the texts as they are now, by path. */
    Map<String, String> texts() {
        return new LinkedHashMap<>(texts);
    }

    /** What those of them that were there said before the run. */
    Map<String, String> before() {
        return new LinkedHashMap<>(before);
    }

    /** Every changed file as it was, empty for one that was not there. */
    Map<String, Optional<String>> all() {
        Map<String, Optional<String>> all = new LinkedHashMap<>();
        run.changes().forEach((path, change) -> {
            byte[] was = change.before();
            all.put(path, was == null ? Optional.empty() : Optional.of(new String(was, StandardCharsets.UTF_8)));
        });
        return all;
    }

    void write(String path, String text) {
        texts.put(path, text);
        run.write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    void apply(Mended mended) {
        mended.texts().forEach(this::write);
        mended.moved().keySet().forEach(path -> {
            texts.remove(path);
            run.delete(path);
        });
    }
}
