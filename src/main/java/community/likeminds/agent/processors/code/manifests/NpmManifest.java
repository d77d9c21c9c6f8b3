package community.likeminds.agent.processors.code.manifests;

import community.likeminds.agent.processors.code.StructuralEdits.Edit;
import community.likeminds.agent.processors.code.ast.Language;
import community.likeminds.agent.processors.code.ast.SyntaxNode;
import community.likeminds.agent.processors.code.ast.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Declares dependencies in a {@code package.json}. */
public final class NpmManifest {

    private static final List<String> SECTIONS =
            List.of("dependencies", "devDependencies", "peerDependencies", "optionalDependencies");

    private NpmManifest() {}

    public static Edit add(String manifest, String name, String range, boolean dev) {
        int bom = manifest.startsWith("\uFEFF") ? 1 : 0;
        String text = manifest.substring(bom);
        SyntaxTree tree = SyntaxTree.parse(Language.JSON, text);
        SyntaxNode object = tree.root().first("object");
        if (!tree.valid() || object == null) {
            return Edits.conflict(manifest, "The manifest is no valid JSON object.");
        }
        for (String section : SECTIONS) {
            SyntaxNode there = value(object, section);
            if (there != null && (section.equals("dependencies") || section.equals("devDependencies") || dev)
                    && there.is("object") && property(there, name) != null) {
                return Edits.unchanged(manifest);
            }
        }
        String section = dev ? "devDependencies" : "dependencies";
        String eol = JsonText.eol(text);
        String unit = JsonText.indent(text);
        String line = "\"" + name + "\": \"" + range + "\"";
        SyntaxNode existing = value(object, section);
        String result;
        if (existing != null && existing.is("object")) {
            result = existing.parts().isEmpty()
                    ? JsonText.fill(text, existing, line, unit, eol)
                    : JsonText.insert(text, existing, line, before(existing, name), eol);
        } else if (existing != null) {
            return Edits.conflict(manifest, "`" + section + "` is no object.");
        } else {
            SyntaxNode after = after(object, section);
            boolean lines = object.text().contains("\n");
            String own = lines ? unit : "";
            String body = "\"" + section + "\": {" + (lines ? eol + unit + unit : " ") + line + (lines ? eol + unit : " ") + "}";
            if (object.parts().isEmpty()) {
                result = JsonText.fill(text, object, body, unit, eol);
            } else {
                SyntaxNode anchor = after == null ? object.parts().getLast() : after;
                String gap = lines ? eol + own : " ";
                result = text.substring(0, anchor.end()) + "," + gap + body + text.substring(anchor.end());
            }
        }
        return Edits.changed(manifest.substring(0, bom) + result, "Added `" + name + "` " + range + " to `" + section + "`.");
    }

    /** The pair that a new name comes before, where the section is sorted; null for the end. */
    private static @Nullable SyntaxNode before(SyntaxNode section, String name) {
        List<String> names = new ArrayList<>();
        for (SyntaxNode pair : section.parts()) {
            names.add(JsonText.key(pair));
        }
        List<String> sorted = new ArrayList<>(names);
        sorted.sort(NpmManifest::compare);
        if (!sorted.equals(names)) {
            return null;
        }
        return section.parts().stream().filter(pair -> compare(JsonText.key(pair), name) > 0).findFirst().orElse(null);
    }

    /** npm sorts with a locale's rules that put punctuation first; plain order differs from that in letters' case only. */
    private static int compare(String left, String right) {
        int folded = left.compareToIgnoreCase(right);
        return folded != 0 ? folded : left.compareTo(right);
    }

    private static @Nullable SyntaxNode after(SyntaxNode object, String section) {
        if (section.equals("devDependencies")) {
            return property(object, "dependencies");
        }
        SyntaxNode development = property(object, "devDependencies");
        if (development == null) {
            return null;
        }
        int index = object.parts().indexOf(development);
        return index > 0 ? object.parts().get(index - 1) : null;
    }

    static @Nullable SyntaxNode property(SyntaxNode object, String key) {
        return object.parts().stream().filter(pair -> JsonText.key(pair).equals(key)).findFirst().orElse(null);
    }

    static @Nullable SyntaxNode value(SyntaxNode object, String key) {
        SyntaxNode pair = property(object, key);
        return pair == null ? null : pair.child("value");
    }
}
