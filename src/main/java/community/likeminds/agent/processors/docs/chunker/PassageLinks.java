package community.likeminds.agent.processors.docs.chunker;

import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.Chunk.Link;
import community.likeminds.agent.processors.docs.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The links of a passage, and which of them its reader must have followed already. */
final class PassageLinks {

    private static final int MOST = 20;

    private static final Pattern ASKED_FIRST = Pattern.compile(
            "\\b(?:prerequisites?|requirements?|before (?:you|we|this|continuing|proceeding|starting|using)|what you(?:'ll| will)? need)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SAID_NEEDED = Pattern.compile(
            "\\b(?:prerequisites?|before (?:you|we|this|continuing|proceeding|starting|using|adding)|make sure|ensure|(?:is|are) required|requires?"
                    + "|must (?:first|already|have)|you(?:'ll| will)? (?:first )?need(?! not)|assum(?:e|es|ing)|if you (?:haven['\u2019]t|have not|don['\u2019]t)"
                    + "|already (?:have|set up|installed|created|configured|completed)|(?:once|after) you(?:['\u2019]ve| have)?"
                    + "|first,? (?:follow|complete|install|create|set up|read|add))\\b",
            Pattern.CASE_INSENSITIVE);

    private PassageLinks() {}

    /** @param start first line of the passage on the page; {@code end} is its last one */
    static List<Link> within(Page page, int start, int end) {
        List<Link> links = new ArrayList<>();
        for (Block block : page.blocks()) {
            if (block.links().isEmpty() || block.lines().start() > end || block.lines().end() < start) {
                continue;
            }
            String from = block.partial().isEmpty() ? page.path() : block.partial();
            boolean needed = ASKED_FIRST.matcher(block.heading()).find() || SAID_NEEDED.matcher(block.text()).find();
            for (String target : block.links()) {
                Link link = new Link(target, from, needed);
                if (links.size() < MOST && !links.contains(link)) {
                    links.add(link);
                }
            }
        }
        return links;
    }
}
