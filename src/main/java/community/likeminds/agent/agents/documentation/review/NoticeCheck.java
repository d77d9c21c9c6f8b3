package community.likeminds.agent.agents.documentation.review;

import community.likeminds.agent.agents.documentation.FindingKind;
import community.likeminds.agent.agents.documentation.Review.Level;
import community.likeminds.agent.processors.docs.Notice;
import java.util.List;

/** Hands on what was odd about a page when it was read. */
final class NoticeCheck {

    private NoticeCheck() {}

    static List<Draft> of(PageText page) {
        return page.page().notices().stream()
                // Fences and quotes are looked at where the snippets are.
                .filter(notice -> !notice.code().startsWith("fence-") && !notice.code().startsWith("curly-quotes"))
                .map(notice -> draft(page, notice))
                .toList();
    }

    private static Draft draft(PageText page, Notice notice) {
        boolean missing = notice.code().endsWith("-missing");
        return Draft.of(missing ? FindingKind.LINK_BROKEN : FindingKind.PAGE_SUSPICIOUS, Level.WARNING, page, notice.lines().start(),
                        notice.code() + " " + notice.text(), notice.text(),
                        missing ? "Correct the path of what is included." : "Remove the text, or show it to the page's readers.")
                .withLines(notice.lines().start(), notice.lines().end());
    }
}
