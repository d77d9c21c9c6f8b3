package community.likeminds.agent.agents.documentation.review;

import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.Page;
import java.util.List;
import java.util.Locale;

/**
 * A page as it is stored, beside what was read from it.
 *
 * @param page what was read
 * @param lines the page's lines, without line ends
 * @param fences its code fences
 * @param prose its lines with front matter, code and comments blanked out
 */
record PageText(Page page, List<String> lines, MarkdownFences fences, List<String> prose) {

    static PageText of(Page page, String text) {
        List<String> lines = text.lines().toList();
        MarkdownFences fences = MarkdownFences.of(lines, bodyStart(lines));
        return new PageText(page, lines, fences, fences.prose());
    }

    /** Index of the first line behind the front matter. */
    private static int bodyStart(List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().strip().equals("---")) {
            return 0;
        }
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).strip().equals("---")) {
                return i + 1;
            }
        }
        return 0;
    }

    String path() {
        return page.path();
    }

    /** Folder of the page below the root, without slashes at its ends; empty for the root. */
    String folder() {
        int slash = path().lastIndexOf('/');
        return slash < 0 ? "" : path().substring(0, slash);
    }

    /** First folder of the path, or empty. */
    String top() {
        int slash = path().indexOf('/');
        return slash < 0 ? "" : path().substring(0, slash);
    }

    boolean isMarkdown() {
        String lower = path().toLowerCase(Locale.ROOT);
        return lower.endsWith(".md") || lower.endsWith(".mdx") || lower.endsWith(".markdown");
    }

    /** Nearest heading above a line, or empty. */
    String heading(int line) {
        String heading = "";
        for (Block block : page.blocks()) {
            if (block.lines().start() > line) {
                break;
            }
            heading = block.heading();
        }
        return heading;
    }

    List<Block> code() {
        return page.blocks().stream().filter(block -> block.code() != null).toList();
    }
}
