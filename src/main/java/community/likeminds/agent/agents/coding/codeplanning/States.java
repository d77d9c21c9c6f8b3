package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.agents.coding.requirementanalysis.Wish;
import community.likeminds.agent.processors.code.SnippetParts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognises code states that succeed each other: what a later block of the guide shows again, and more of it. */
final class States {

    private static final Pattern LITERAL = Pattern.compile("\\s*['\"]");

    private final Wish wish;
    private final ProjectProfile project;
    private final Targets targets;

    States(Wish wish, ProjectProfile project, Targets targets) {
        this.wish = wish;
        this.project = project;
        this.targets = targets;
    }

    /** Blocks that a later one replaces. */
    Set<Snippet> superseded(List<Snippet> snippets) {
        Set<Snippet> gone = new HashSet<>();
        for (Snippet early : snippets) {
            for (Snippet late : snippets) {
                if (late.position() > early.position() && (sameComponent(early, late) || madeAgainElsewhere(early, late))) {
                    gone.add(early);
                }
            }
        }
        return gone;
    }

    /** A whole file shown again: only its last state is wanted when it is taken as a whole. */
    private boolean sameComponent(Snippet early, Snippet late) {
        String root = project.roles().getOrDefault("root-component", "");
        return wish.replaceStart() && !early.component().isEmpty() && early.component().equals(late.component())
                && early.parts().wholeFile() && late.parts().wholeFile() && late.marks().containsAll(early.marks())
                && (target(late).equals(root) || target(early).equals(root));
    }

    /** An instance on its own that a later block makes again in another file, with what uses it. */
    private boolean madeAgainElsewhere(Snippet early, Snippet late) {
        SnippetParts parts = early.parts();
        if (parts.made().isEmpty() || early.takesPlace() || parts.wholeFile()) {
            return false;
        }
        boolean again = parts.made().stream().allMatch(made -> makes(late, made));
        return again && late.parts().wholeFile() && !target(early).equals(target(late));
    }

    /** Whether a later block makes the same calls as an earlier one, with the same first arguments: it shows another way to do the same. */
    static boolean sameCalls(Snippet early, Snippet late) {
        List<String> before = heads(early);
        List<String> after = heads(late);
        return !after.isEmpty() && before.containsAll(after);
    }

    /** What is called, with its first argument where that is a text; all calls or none. */
    private static List<String> heads(Snippet snippet) {
        return snippet.parts().calls().stream()
                .map(call -> call.receiver() + "." + call.method() + "(" + (LITERAL.matcher(call.arguments()).lookingAt() ? call.arguments().split(",", 2)[0].strip() : "") + call.names()).toList();
    }

    /** At the top level or within a component. */
    private static boolean makes(Snippet snippet, SnippetParts.Made made) {
        return snippet.parts().made().stream().anyMatch(other -> other.name().equals(made.name()) && other.maker().equals(made.maker()));
    }

    private String target(Snippet snippet) {
        return targets.find(snippet.code(), snippet).path();
    }
}
