package community.likeminds.agent.agents.documentation.contextretrieval;

import community.likeminds.agent.agents.documentation.ContextPassage.Relation;
import community.likeminds.agent.processors.docs.Chunk;
import java.util.ArrayList;
import java.util.List;

/** The passages that introduce what a passage is part of, the nearest first. */
final class Introductions {

    private Introductions() {}

    static List<Related> of(Chunk hit, PageOutline page) {
        List<Related> found = new ArrayList<>();
        List<String> headings = hit.headings();
        page.first(headings)
                .filter(first -> first.headings().equals(headings) && before(first, hit))
                .ifPresent(first -> found.add(Related.of(
                        Relation.PARENT, "Begins the section \"" + name(hit, headings) + "\", which this passage goes on with.", first)));
        for (int depth = headings.size() - 1; depth >= 0; depth--) {
            List<String> section = headings.subList(0, depth);
            page.introduction(section)
                    .filter(first -> before(first, hit))
                    .ifPresent(first -> found.add(
                            Related.of(Relation.PARENT, "Introduces \"" + name(hit, section) + "\", which this passage is part of.", first)));
        }
        return found;
    }

    private static boolean before(Chunk one, Chunk other) {
        return one.lines().start() < other.lines().start();
    }

    private static String name(Chunk hit, List<String> section) {
        return section.isEmpty() ? hit.title() : Headings.plain(section.getLast());
    }
}
