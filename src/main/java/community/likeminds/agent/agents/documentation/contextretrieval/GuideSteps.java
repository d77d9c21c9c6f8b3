package community.likeminds.agent.agents.documentation.contextretrieval;

import community.likeminds.agent.agents.documentation.ContextPassage.Relation;
import community.likeminds.agent.processors.docs.Chunk;
import community.likeminds.agent.processors.docs.PageFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The steps before and after a passage in its guide; of alternatives, one stands for all. */
final class GuideSteps {

    private final Chunk hit;
    private final PageOutline page;

    private GuideSteps(Chunk hit, PageOutline page) {
        this.hit = hit;
        this.page = page;
    }

    /** None when the page is no guide. */
    static List<Related> around(Chunk hit, PageOutline page) {
        return new GuideSteps(hit, page).around();
    }

    private List<Related> around() {
        int level = level();
        if (level == 0) {
            return List.of();
        }
        List<List<List<String>>> steps = steps(page.below(hit.headings().subList(0, level - 1)));
        List<String> own = hit.headings().subList(0, level);
        int at = -1;
        for (int i = 0; i < steps.size(); i++) {
            at = steps.get(i).contains(own) ? i : at;
        }
        List<Related> found = new ArrayList<>();
        if (at >= 0) {
            continuation().ifPresent(found::add);
            if (at > 0) {
                step(steps.get(at - 1), Relation.PREVIOUS, reason("before", own)).ifPresent(found::add);
            }
            if (at + 1 < steps.size()) {
                step(steps.get(at + 1), Relation.NEXT, reason("after", own)).ifPresent(found::add);
            }
        }
        return found;
    }

    /** The depth at which the page has its steps: the deepest with numbers around the passage, else the deepest with several sections. */
    private int level() {
        int several = 0;
        for (int depth = hit.headings().size(); depth > 0; depth--) {
            List<List<String>> siblings = page.below(hit.headings().subList(0, depth - 1));
            if (Headings.numbered(hit.headings().get(depth - 1)) && siblings.size() > 1) {
                return depth;
            }
            several = several == 0 && siblings.size() > 1 ? depth : several;
        }
        return hit.facts().kind() == PageFacts.Kind.GUIDE ? several : 0;
    }

    /** Sections of which a reader follows one are one step. */
    private static List<List<List<String>>> steps(List<List<String>> sections) {
        List<List<List<String>>> steps = new ArrayList<>();
        for (List<String> section : sections) {
            String heading = section.getLast();
            if (Headings.afterwards(heading) || Headings.asksFirst(heading)) {
                continue;
            }
            if (!steps.isEmpty() && Headings.alternatives(steps.getLast().getLast().getLast(), heading)) {
                steps.getLast().add(section);
            } else {
                steps.add(new ArrayList<>(List.of(section)));
            }
        }
        return steps;
    }

    /** What follows within the section, when the passage is not the end of it. */
    private Optional<Related> continuation() {
        int at = page.passages().indexOf(hit);
        return at < 0 || at + 1 >= page.passages().size()
                ? Optional.empty()
                : Optional.of(page.passages().get(at + 1))
                        .filter(next -> PageOutline.startsWith(next.headings(), hit.headings()))
                        .map(next -> Related.of(Relation.NEXT, "Goes on with \"" + name(hit.headings()) + "\".", next));
    }

    private Optional<Related> step(List<List<String>> alternatives, Relation relation, String reason) {
        List<String> chosen = alternatives.stream()
                .filter(section -> hit.headings().stream().anyMatch(heading -> heading.equals(section.getLast())))
                .findFirst()
                .orElse(alternatives.getFirst());
        List<String> others =
                alternatives.stream().filter(section -> !section.equals(chosen)).map(GuideSteps::name).toList();
        return page.first(chosen).map(first -> new Related(relation, reason, Related.place(first), first.text(), others));
    }

    private String reason(String where, List<String> own) {
        String what = Headings.numbered(own.getLast()) ? "step" : "section";
        return "The " + what + " " + where + " this one in \"" + hit.title() + "\".";
    }

    private static String name(List<String> section) {
        return section.isEmpty() ? "" : Headings.plain(section.getLast());
    }
}
