package community.likeminds.agent.processors.code.manifests;

import community.likeminds.agent.processors.code.StructuralEdits.Edit;
import java.util.List;

/** Short ways to say what became of a file. */
final class Edits {

    private Edits() {}

    static Edit unchanged(String text) {
        return new Edit(text, List.of(), List.of(), null);
    }

    static Edit changed(String text, String... changes) {
        return new Edit(text, List.of(changes), List.of(), null);
    }

    static Edit conflict(String text, String sentence) {
        return new Edit(text, List.of(), List.of(), sentence);
    }
}
