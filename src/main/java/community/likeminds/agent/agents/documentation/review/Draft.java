package community.likeminds.agent.agents.documentation.review;

import community.likeminds.agent.agents.documentation.FindingKind;
import community.likeminds.agent.agents.documentation.Review.Level;
import community.likeminds.agent.processors.docs.LineRange;
import java.util.List;

/**
 * A finding before it has a heading and a fingerprint.
 *
 * @param page path of its page
 * @param subject what it is about, independent of its place: a link's target, a symbol, the text of a line
 */
record Draft(
        FindingKind kind,
        Level level,
        String page,
        LineRange lines,
        String subject,
        String message,
        String remedy,
        List<String> candidates) {

    static Draft of(FindingKind kind, Level level, PageText page, int line, String subject, String message, String remedy) {
        return new Draft(kind, level, page.path(), new LineRange(line, line), subject, message, remedy, List.of());
    }

    Draft withCandidates(List<String> names) {
        return new Draft(kind, level, page, lines, subject, message, remedy, names);
    }

    Draft withLines(int start, int end) {
        return new Draft(kind, level, page, new LineRange(start, Math.max(start, end)), subject, message, remedy, candidates);
    }

    Draft at(Level other) {
        return new Draft(kind, other, page, lines, subject, message, remedy, candidates);
    }
}
