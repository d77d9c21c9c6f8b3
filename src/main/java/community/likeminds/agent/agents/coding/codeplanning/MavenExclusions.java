package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.processors.code.StructuralEdits;
import java.util.List;
import java.util.stream.Collectors;

/** Writes into a {@code pom.xml} what a dependency must not bring along. */
final class MavenExclusions {

    private MavenExclusions() {}

    /**
     * @param declared the edit that declared the dependency
     * @param stated what it says of the dependency beside its name, as elements
     * @param exclusions {@code group:artifact} of what is left out
     */
    static StructuralEdits.Edit add(StructuralEdits edits, StructuralEdits.Edit declared, String name, String stated, List<String> exclusions) {
        if (!declared.changed() || exclusions.isEmpty()) {
            return declared;
        }
        String all = exclusions.stream().map(one -> "<exclusion>\n" + coordinates(one) + "</exclusion>\n").collect(Collectors.joining());
        StructuralEdits.Edit edit = merge(edits, declared.text(), "<dependency>\n" + coordinates(name) + stated + "<exclusions>\n" + all + "</exclusions>\n</dependency>\n");
        return edit.conflict() == null ? edit.after(declared) : edit;
    }

    static StructuralEdits.Edit merge(StructuralEdits edits, String pom, String snippet) {
        return edits.merge(new StructuralEdits.MergeRequest("pom.xml", pom, snippet, "xml", StructuralEdits.Mode.EVERYTHING, List.of(), List.of()));
    }

    static String coordinates(String name) {
        String[] parts = name.split(":", 2);
        return "<groupId>" + parts[0] + "</groupId>\n<artifactId>" + parts[1] + "</artifactId>\n";
    }
}
