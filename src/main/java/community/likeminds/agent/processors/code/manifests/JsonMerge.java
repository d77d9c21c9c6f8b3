package community.likeminds.agent.processors.code.manifests;

import community.likeminds.agent.processors.code.StructuralEdits.Edit;
import community.likeminds.agent.processors.code.ast.Language;
import community.likeminds.agent.processors.code.ast.SyntaxNode;
import community.likeminds.agent.processors.code.ast.SyntaxTree;
import community.likeminds.agent.processors.code.javascript.Elisions;
import community.likeminds.agent.processors.code.javascript.Placeholders;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds to a JSON file what a snippet has more; comments and the order of keys stay. */
public final class JsonMerge {

    private String text;
    private final String unit;
    private final String eol;
    private final SyntaxNode snippet;
    private final List<String> changes = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private @Nullable String conflict;

    private JsonMerge(String text, SyntaxNode snippet) {
        this.text = text;
        this.unit = JsonText.indent(text);
        this.eol = JsonText.eol(text);
        this.snippet = snippet;
    }

    public static Edit merge(String file, String code) {
        int bom = file.startsWith("\uFEFF") ? 1 : 0;
        String body = code.replace("\r\n", "\n").strip();
        SyntaxNode shown = value(body.startsWith("\"") ? "{" + body + "}" : body);
        if (shown == null) {
            shown = value(Elisions.blanked(body.startsWith("\"") ? "{" + body + "}" : body));
        }
        if (shown == null) {
            return Edits.conflict(file, "The documented JSON does not parse.");
        }
        if (file.substring(bom).isBlank()) {
            return Edits.changed(file.substring(0, bom) + shown.text() + "\n", "Wrote the documented JSON.");
        }
        if (value(file.substring(bom)) == null) {
            return Edits.conflict(file, "The JSON file does not parse.");
        }
        JsonMerge merge = new JsonMerge(file.substring(bom), shown);
        merge.object(merge.snippet, List.of());
        if (merge.conflict != null || merge.changes.isEmpty()) {
            return new Edit(file, List.of(), merge.leftOut, merge.conflict);
        }
        return new Edit(file.substring(0, bom) + merge.text, merge.changes, merge.leftOut, null);
    }

    private static @Nullable SyntaxNode value(String text) {
        SyntaxTree tree = SyntaxTree.parse(Language.JSON, JsonComments.blanked(text));
        List<SyntaxNode> parts = tree.root().parts();
        return tree.valid() && parts.size() == 1 ? parts.getFirst() : null;
    }

    private void object(SyntaxNode shown, List<String> path) {
        if (!shown.is("object")) {
            return;
        }
        for (SyntaxNode pair : shown.parts()) {
            String key = JsonText.key(pair);
            SyntaxNode value = pair.child("value");
            SyntaxNode target = at(path);
            if (target == null || value == null || !target.is("object")) {
                return;
            }
            List<String> below = new ArrayList<>(path);
            below.add(key);
            SyntaxNode there = NpmManifest.value(target, key);
            String name = String.join(".", below);
            if (there == null) {
                add(target, "\"" + key + "\": " + restyled(value), "Added `" + name + "`.");
            } else if (value.is("object") && there.is("object")) {
                object(value, below);
            } else if (value.is("array") && there.is("array")) {
                array(value, below);
            } else if (!shape(value).equals(shape(there))) {
                String now = there.is("string") ? there.text().substring(1, there.text().length() - 1) : "";
                if (Placeholders.isPlaceholder(now)) {
                    text = text.substring(0, there.start()) + value.text() + text.substring(there.end());
                    changes.add("Set `" + name + "`.");
                } else {
                    leftOut.add("`" + name + "` is " + there.text() + " in the project; the documentation shows " + value.text() + ".");
                }
            }
        }
    }

    private void array(SyntaxNode shown, List<String> path) {
        for (SyntaxNode element : shown.parts()) {
            SyntaxNode target = at(path);
            if (target == null) {
                return;
            }
            boolean there = target.parts().stream().anyMatch(one -> shape(one).equals(shape(element)) || sameName(one, element));
            if (!there) {
                add(target, restyled(element), "Added " + head(element) + " to `" + String.join(".", path) + "`.");
            }
        }
    }

    private static boolean sameName(SyntaxNode left, SyntaxNode right) {
        if (!left.is("object") || !right.is("object")) {
            return false;
        }
        for (String key : List.of("name", "id", "path")) {
            SyntaxNode one = NpmManifest.value(left, key);
            SyntaxNode other = NpmManifest.value(right, key);
            if (one != null && other != null) {
                return shape(one).equals(shape(other));
            }
        }
        return false;
    }

    private static String head(SyntaxNode element) {
        String code = element.text();
        return "`" + (code.contains("\n") ? code.substring(0, code.indexOf('\n')) + " ..." : code) + "`";
    }

    private void add(SyntaxNode list, String item, String change) {
        if (list.parts().isEmpty()) {
            text = list.is("array") && !item.contains("\n")
                    ? text.substring(0, list.start() + 1) + item + text.substring(list.end() - 1)
                    : JsonText.fill(text, list, item, unit, eol);
        } else {
            text = JsonText.insert(text, list, item, null, eol);
        }
        changes.add(change);
    }

    /** A snippet's value with the file's unit of indentation, its first line at column 0. */
    private String restyled(SyntaxNode value) {
        String code = value.text();
        if (!code.contains("\n")) {
            return code;
        }
        String own = "";
        String[] lines = code.split("\n", -1);
        String lastLine = lines[lines.length - 1];
        own = lastLine.substring(0, lastLine.length() - lastLine.stripLeading().length());
        String from = JsonText.indent(code.replaceAll("(?m)^" + java.util.regex.Pattern.quote(own), ""));
        StringBuilder result = new StringBuilder(lines[0]);
        for (int i = 1; i < lines.length; i++) {
            String line = lines[i].startsWith(own) ? lines[i].substring(own.length()) : lines[i];
            int levels = 0;
            while (line.startsWith(from)) {
                line = line.substring(from.length());
                levels++;
            }
            result.append('\n').append(unit.repeat(levels)).append(line);
        }
        return result.toString();
    }

    private @Nullable SyntaxNode at(List<String> path) {
        SyntaxNode at = value(text);
        for (String key : path) {
            at = at == null ? null : NpmManifest.value(at, key);
        }
        return at;
    }

    private static String shape(SyntaxNode value) {
        return value.text().replaceAll("\\s+", "");
    }
}
