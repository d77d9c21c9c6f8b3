package community.likeminds.agent.agents.documentation.contextretrieval;

import community.likeminds.agent.agents.documentation.ContextPassage.Relation;
import community.likeminds.agent.processors.docs.Chunk;
import community.likeminds.agent.processors.docs.Chunk.Link;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What must be done or known before a passage is of use: what its page asks for, and what it sends its reader to first. */
final class Prerequisites {

    private static final int MOST = 3;

    private final Function<String, PageOutline> pages;
    private final LinkTargets targets;

    /**
     * @param pages of the source, by path
     * @param targets of the source
     */
    Prerequisites(Function<String, PageOutline> pages, LinkTargets targets) {
        this.pages = pages;
        this.targets = targets;
    }

    List<Related> of(Chunk hit, PageOutline page) {
        List<Related> found = new ArrayList<>();
        Map<Link, String> links = new LinkedHashMap<>();
        needed(hit).forEach(link -> links.put(link, "This passage asks for it first and links to it."));
        for (Chunk passage : page.passages()) {
            boolean asks = !passage.headings().isEmpty() && Headings.asksFirst(passage.headings().getLast());
            if (asks && passage.lines().start() < hit.lines().start()) {
                found.add(Related.of(Relation.PREREQUISITE, "What \"" + hit.title() + "\" asks for before its first step.", passage));
                needed(passage).forEach(link -> links.putIfAbsent(link, "\"" + hit.title() + "\" asks for it first and links to it."));
            }
        }
        links.forEach((link, reason) -> targets.of(link)
                .filter(target -> !target.path().equals(hit.page()) || !target.fragment().isEmpty())
                .flatMap(this::passage)
                .ifPresent(passage -> found.add(Related.of(Relation.PREREQUISITE, reason, passage))));
        return found.stream().limit(MOST).toList();
    }

    private static List<Link> needed(Chunk passage) {
        return passage.links().stream().filter(Link::needed).toList();
    }

    /** The section that the link names, else how the page begins. */
    private Optional<Chunk> passage(LinkTargets.Target target) {
        List<Chunk> passages = pages.apply(target.path()).passages();
        return passages.stream()
                .filter(passage -> !target.fragment().isEmpty()
                        && passage.headings().stream().anyMatch(heading -> Headings.named(heading, target.fragment())))
                .findFirst()
                .or(() -> passages.stream().findFirst());
    }
}
