package community.likeminds.agent.agents.coding.orchestrator;

import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.Citation;
import community.likeminds.agent.processors.docs.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds what a cited passage says, so that a person need not look it up. */
final class Quotes {

    private static final int LONGEST = 600;

    private final Map<String, Page> pages = new HashMap<>();

    Quotes(List<Page> pages) {
        pages.forEach(page -> this.pages.putIfAbsent(key(page.source(), page.path()), page));
    }

    /** The passage without its headings, cut at the end of a line; empty for a citation of a whole page. */
    String of(Citation citation) {
        Page page = pages.get(key(citation.source(), citation.page()));
        if (page == null || citation.startLine() == 1 && citation.endLine() == 1) {
            return "";
        }
        String text = page.blocks().stream()
                .filter(block -> block.kind() != Block.Kind.HEADING)
                .filter(block -> block.lines().start() <= citation.endLine() && block.lines().end() >= citation.startLine())
                .map(block -> block.text().strip())
                .collect(Collectors.joining("\n"));
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = text.lastIndexOf('\n', LONGEST);
        return text.substring(0, end < LONGEST / 2 ? LONGEST : end) + "\n…";
    }

    private static String key(String source, String path) {
        return source + "\n" + path;
    }
}
