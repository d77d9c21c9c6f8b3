package community.likeminds.agent.processors.code.manifests;

import community.likeminds.agent.processors.code.StructuralEdits.Edit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Sets keys of {@code .properties} files. */
public final class PropertiesFile {

    private PropertiesFile() {}

    public static Edit merge(String file, String snippet) {
        Set<String> there = new HashSet<>();
        PropertyLines.of(file).forEach(one -> there.add(PropertyLines.canonical(one.key())));
        String eol = JsonText.eol(file);
        StringBuilder added = new StringBuilder();
        List<String> changes = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (PropertyLines one : PropertyLines.of(snippet)) {
            if (!there.add(PropertyLines.canonical(one.key()))) {
                leftOut.add("`" + one.key() + "` is set already.");
                continue;
            }
            one.comments().forEach(comment -> added.append(comment).append(eol));
            added.append(one.key()).append('=').append(one.value().replace("\n", eol)).append(eol);
            changes.add("Set `" + one.key() + "`.");
        }
        if (changes.isEmpty()) {
            return new Edit(file, List.of(), leftOut, null);
        }
        String gap = file.isBlank() ? "" : file.endsWith("\n") ? eol : eol + eol;
        if (file.endsWith("\n\n") || file.endsWith("\r\n\r\n")) {
            gap = "";
        }
        return new Edit((file.isBlank() ? file.strip() : file) + gap + added, changes, leftOut, null);
    }
}
