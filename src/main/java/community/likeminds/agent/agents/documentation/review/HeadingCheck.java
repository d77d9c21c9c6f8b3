package community.likeminds.agent.agents.documentation.review;

import community.likeminds.agent.agents.documentation.FindingKind;
import community.likeminds.agent.agents.documentation.Review.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds headings that skip a level, and those that stand twice below the same heading; alternatives such as tabs may repeat theirs. */
final class HeadingCheck {

    private static final Pattern HEADING = Pattern.compile("^ {0,3}(#{1,6})\\s+(.+?)\\s*#*\\s*$");
    /** Anchors that the author gave themselves. */
    private static final Pattern ANCHOR = Pattern.compile("\\s*(?:\\{#[^}]*}|\\[#[^\\]]*]|<a\\b[^>]*>.*?</a>|<a\\b[^>]*/>)\\s*");
    /** What begins or ends a part that stands beside others. */
    private static final Pattern PART = Pattern.compile("^\\s*(?:</?[A-Za-z][\\w.]*(?:\\s[^>]*)?>?|:::.*|\\{%.*|\\{\\{.*|={3,}\\s.*|!!!.*|\\?\\?\\?.*|-{3,}\\s*|\\*{3,}\\s*)$");
    private static final Pattern HISTORY = Pattern.compile("(?i).*(?:change[-_ ]?log|release|history|migrat|upgrad).*");
    private static final int DEEPEST = 6;
    private static final int LONGEST = 120;

    /** @param line from 1 */
    private record Heading(int line, int level, String text, int part) {}

    private HeadingCheck() {}

    static List<Draft> of(PageText page) {
        List<Heading> headings = headings(page);
        List<Draft> found = new ArrayList<>();
        Deque<Heading> above = new ArrayDeque<>();
        Map<String, Heading> told = new HashMap<>();
        boolean history = HISTORY.matcher(page.path()).matches();
        for (Heading one : headings) {
            Heading before = above.peek();
            if (before != null && before.part() == one.part() && one.level() > before.level() + 1) {
                found.add(Draft.of(FindingKind.HEADING_SKIPPED, Level.INFO, page, one.line(), one.text(),
                        "The heading '" + one.text() + "' is of level " + one.level() + " and stands below one of level " + before.level() + ".",
                        "Make it a heading of level " + Math.min(DEEPEST, before.level() + 1) + "."));
            }
            while (above.peek() != null && above.peek().level() >= one.level()) {
                above.pop();
            }
            Heading parent = above.peek();
            String key = (parent == null ? 0 : parent.line()) + " " + one.level() + " " + one.text().toLowerCase(Locale.ROOT);
            Heading same = told.putIfAbsent(key, one);
            if (same != null && same.part() == one.part() && !history) {
                found.add(Draft.of(FindingKind.HEADING_REPEATED, Level.INFO, page, one.line(), one.text(),
                        "The heading '" + one.text() + "' stands twice in the same section, first in line " + same.line() + ".",
                        "Give each section a heading of its own, so that links can lead to it."));
            }
            above.push(one);
        }
        return found;
    }

    private static List<Heading> headings(PageText page) {
        List<Heading> headings = new ArrayList<>();
        int part = 0;
        for (int i = 0; i < page.prose().size(); i++) {
            String line = page.prose().get(i);
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                String text = ANCHOR.matcher(heading.group(2)).replaceAll(" ").strip();
                if (!text.isEmpty()) {
                    headings.add(new Heading(i + 1, heading.group(1).length(), text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text, part));
                }
            } else if (PART.matcher(line).matches()) {
                part++;
            }
        }
        return headings;
    }
}
