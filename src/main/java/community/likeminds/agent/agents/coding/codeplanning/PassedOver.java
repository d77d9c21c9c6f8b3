package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.PlanStep;
import community.likeminds.agent.agents.coding.requirementanalysis.Wish;
import community.likeminds.agent.processors.code.SnippetParts;
import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Code of a guide of which nothing got into the project: what the integration needs is a step for the person, an example is only said. */
final class PassedOver {

    /** More passages than these would hide the ones that matter; the page shows the rest. */
    private static final int MOST = 3;
    private static final Pattern EXAMPLE = Pattern.compile("is an example|is a file of the example|makes the example's own");

    /** What the project does in a way of its own, so that the person has to compare. */
    private static final Pattern OTHERWISE = Pattern.compile("is called with other arguments");

    private final Wish wish;
    private final Workspace files;
    private final List<One> all = new ArrayList<>();

    PassedOver(Wish wish, Workspace files) {
        this.wish = wish;
        this.files = files;
    }

    private record One(Snippet snippet, Target target, List<String> leftOut, boolean partly) {

        boolean example() {
            return !leftOut.isEmpty() && leftOut.stream().allMatch(why -> EXAMPLE.matcher(why).find());
        }

        boolean otherwise() {
            return leftOut.stream().anyMatch(why -> OTHERWISE.matcher(why).find());
        }

        boolean uses(Set<String> packages) {
            return !snippet.packages().isEmpty() || snippet.parts().setsUp() || names(packages);
        }

        /** Whether the block itself, rather than one before it, says which packages it uses. */
        boolean names(Set<String> packages) {
            return packages.stream().anyMatch(name -> Pattern.compile("['\"]" + Pattern.quote(name) + "['\"/]").matcher(snippet.code().code()).find());
        }
    }

    /** @param leftOut why nothing was taken, as far as the edit said it */
    void note(Snippet snippet, Target target, List<String> leftOut) {
        all.add(new One(snippet, target, leftOut, false));
    }

    /** Code of which something was taken, which may not be what it is about. */
    void notePartly(Snippet snippet, Target target, List<String> leftOut) {
        all.add(new One(snippet, target, leftOut, true));
    }

    /** Code that stands in the project, but for what it does otherwise there. */
    void noteStanding(Snippet snippet, Target target, List<String> leftOut) {
        One one = new One(snippet, target, leftOut, true);
        if (one.otherwise()) {
            all.add(one);
        }
    }

    /** What the SDK does not work without: a provider that stands nowhere, a call that registers something, code that cannot be read. */
    List<Draft.DraftStep> needed(Set<String> packages) {
        return all.stream().filter(one -> needed(one, packages)).map(PassedOver::step).distinct().limit(MOST).toList();
    }

    private boolean needed(One one, Set<String> packages) {
        if (one.otherwise()) {
            return true;
        }
        Presence presence = new Presence(files, packages);
        SnippetParts parts = one.snippet().parts();
        boolean provider = parts.wrappers().stream().anyMatch(element -> !presence.anywhere(List.of(element.tag())));
        if (one.partly()) {
            List<SnippetParts.Element> elements = Stream.of(parts.wrappers(), parts.leaves(), parts.shown()).flatMap(List::stream).toList();
            return provider || !wish.setupOnly() && !elements.isEmpty() && elements.stream().noneMatch(element -> presence.anywhere(List.of(element.tag())));
        }
        boolean registers = !wish.setupOnly() && !one.example() && one.names(packages) && parts.calls().stream().anyMatch(call -> !call.names().isEmpty());
        boolean unread = !parts.parses() && one.names(packages);
        return provider || registers || unread;
    }

    /** Every passage that uses the SDK, for a guide of which no code found its place; the set-up alone when only that is wanted. */
    List<Draft.DraftStep> steps(Set<String> packages) {
        return all.stream().filter(one -> !one.partly() && one.uses(packages) && (!wish.setupOnly() || one.snippet().parts().setsUp()))
                .map(PassedOver::step).distinct().limit(MOST).toList();
    }

    /** Blocks of which nothing was taken, but for those that are steps or open points. */
    List<Block> examples(List<Draft.DraftStep> steps) {
        return all.stream().filter(one -> !one.partly() && !opens(one) && steps.stream().noneMatch(step -> step.step().citations().contains(one.snippet().citation())))
                .map(one -> one.snippet().block()).toList();
    }

    private boolean opens(One one) {
        return !wish.setupOnly() && !one.partly() && !one.target().named().isEmpty() && !one.leftOut().isEmpty()
                && one.snippet().block().containers().stream().anyMatch(at -> at.kind() == Container.Kind.STEP);
    }

    /** Steps of the guide that name a file and show how the SDK is used there. */
    List<String> openPoints() {
        return Stream.concat(all.stream().filter(this::opens).map(one -> "Nothing of \"" + one.snippet().citation().heading() + "\" (" + one.snippet().citation().page() + ", lines "
                        + one.snippet().citation().startLine() + "-" + one.snippet().citation().endLine() + ") was put into " + one.target().path()
                        + ": " + one.leftOut().getFirst()), all.stream().flatMap(one -> shown(one).stream()))
                .toList();
    }

    /** Elements of the SDK that a block shows in use and that stand nowhere, though its provider found its place. */
    private Optional<String> shown(One one) {
        if (wish.setupOnly() || !one.partly()) {
            return Optional.empty();
        }
        Presence presence = new Presence(files);
        List<String> absent = Stream.of(one.snippet().parts().wrappers(), one.snippet().parts().leaves(), one.snippet().parts().shown()).flatMap(List::stream).map(element -> "<" + element.tag() + ">").distinct()
                .filter(tag -> !presence.anywhere(List.of(tag.substring(1, tag.length() - 1)))).toList();
        return absent.isEmpty() ? Optional.empty() : Optional.of(
                "Of \"" + one.snippet().citation().heading() + "\" (" + one.snippet().citation().page() + ", lines " + one.snippet().citation().startLine() + "-"
                        + one.snippet().citation().endLine() + ") " + String.join(", ", absent) + " stands nowhere yet: where it belongs in your own markup is yours to say.");
    }

    private static Draft.DraftStep step(One one) {
        Snippet snippet = one.snippet();
        String why = Stream.of(
                        snippet.parts().parses() ? "" : "The guide's code cannot be read: " + snippet.parts().error(),
                        one.leftOut().stream().filter(left -> OTHERWISE.matcher(left).find()).findFirst().orElse(""),
                        one.leftOut().isEmpty() ? "" : one.leftOut().getFirst(),
                        one.partly() ? "Only a part of it could be put into " + one.target().path() + "; where the rest belongs is not said." : "",
                        one.target().found() ? "Nothing of it could be put into " + one.target().path() + "." : "The guide does not say which of your files it belongs to.")
                .filter(text -> !text.isEmpty()).findFirst().orElseThrow();
        return new Draft.DraftStep(
                new PlanStep(
                        "", PlanStep.Kind.MANUAL, "Write by hand after \"" + snippet.citation().heading() + "\"", one.target().path(),
                        one.target().found() ? one.target().why() : "The guide shows how the SDK is put to use.", List.of(snippet.citation()),
                        Map.of("code", snippet.code().code(), "language", snippet.code().language(), "page", snippet.citation().page())),
                Draft.State.MANUAL, Map.of(), why);
    }
}
