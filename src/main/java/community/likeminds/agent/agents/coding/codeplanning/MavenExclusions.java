package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.processors.code.StructuralEdits;
import java.util.List;

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
        StringBuilder shown = new StringBuilder("<dependency>\n" + coordinates(name, 1) + stated + "  <exclusions>\n");
        exclusions.forEach(one -> shown.append("    <exclusion>\n").append(coordinates(one, 3)).append("    </exclusion>\n"));
        StructuralEdits.Edit edit = merge(edits, declared.text(), shown.append("  </exclusions>\n</dependency>\n").toString());
        return edit.conflict() == null ? edit.after(declared) : edit;
    }

    static StructuralEdits.Edit merge(StructuralEdits edits, String pom, String snippet) {
        return edits.merge(new StructuralEdits.MergeRequest("pom.xml", pom, snippet, "xml", StructuralEdits.Mode.EVERYTHING, List.of(), List.of()));
    }

    /** @param level how deep they stand */
    static String coordinates(String name, int level) {
        String[] parts = name.split(":", 2);
        return ("<groupId>" + parts[0] + "</groupId>\n<artifactId>" + parts[1] + "</artifactId>\n").indent(2 * level);
    }
}
