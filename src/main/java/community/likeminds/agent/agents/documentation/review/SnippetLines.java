package community.likeminds.agent.agents.documentation.review;

import community.likeminds.agent.processors.docs.Block;

/** Finds a line of a snippet on its page; lines that only hold a mark are no part of the snippet, so counting is not enough. */
final class SnippetLines {

    private SnippetLines() {}

    static int onPage(PageText page, Block block, String code, int codeLine) {
        return onPage(page, block, code.split("\n", -1), codeLine);
    }

    /** @param lines of the snippet, for who looks for many of them */
    static int onPage(PageText page, Block block, String[] lines, int codeLine) {
        int start = block.lines().start();
        int guess = Math.min(start + codeLine, block.lines().end());
        String wanted = codeLine >= 1 && codeLine <= lines.length ? lines[codeLine - 1].strip() : "";
        if (wanted.isEmpty()) {
            return guess;
        }
        for (int line = Math.max(start, guess); line <= Math.min(block.lines().end(), page.lines().size()); line++) {
            if (page.lines().get(line - 1).contains(wanted)) {
                return line;
            }
        }
        return guess;
    }
}
