package community.likeminds.agent.processors.docs.analyzer;

import java.util.Locale;
import java.util.Set;

/** What the text of a heading says. */
final class Headings {

    private static final Set<String> NUMBERS =
            Set.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

    private Headings() {}

    /** Without a trailing {@code {#id}} or {@code [!badge]} and without closing hashes. */
    static String withoutId(String raw) {
        String text = raw;
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '#') {
            end--;
        }
        if (end < text.length() && (end == 0 || text.charAt(end - 1) == ' ')) {
            text = text.substring(0, end).stripTrailing();
        }
        if (text.endsWith("%}") && text.lastIndexOf("{%") >= 0) {
            // Markdoc's annotation: an id, classes, attributes.
            text = text.substring(0, text.lastIndexOf("{%")).stripTrailing();
        }
        if (text.endsWith("}")) {
            int open = text.lastIndexOf('{');
            boolean id = open >= 0 && (text.startsWith("{#", open) || text.startsWith("{ #", open) || text.startsWith("{.", open)
                    || text.startsWith("{:", open) || text.startsWith("{/* #", open));
            if (id) {
                text = text.substring(0, open).stripTrailing();
            }
            if (text.endsWith("\\")) {
                text = text.substring(0, text.length() - 1).stripTrailing();
            }
        }
        return text;
    }

    /** Without the {@code [#id]} that some generators take for an anchor; the heading path keeps it, as it stands in the page. */
    static String withoutAnchor(String heading) {
        int open = heading.endsWith("]") ? heading.lastIndexOf("[#") : -1;
        return open > 0 && heading.indexOf(' ', open) < 0 ? heading.substring(0, open).stripTrailing() : heading;
    }

    /** Whether a text starts like a step: {@code Step 2 - …}, {@code 2. …}, {@code 2) …}, {@code Step Two: …}. */
    static boolean startsStep(String text) {
        int at = 0;
        String lower = text.length() > 24 ? text.substring(0, 24).toLowerCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("step")) {
            at = 4;
            while (at < lower.length() && " -#.".indexOf(lower.charAt(at)) >= 0) {
                at++;
            }
            int end = at;
            while (end < lower.length() && Character.isLetterOrDigit(lower.charAt(end))) {
                end++;
            }
            String number = lower.substring(at, end);
            return NUMBERS.contains(number) || !number.isEmpty() && Character.isDigit(number.charAt(0));
        }
        while (at < lower.length() && at < 3 && lower.charAt(at) >= '0' && lower.charAt(at) <= '9') {
            at++;
        }
        if (at == 0 || at >= lower.length()) {
            return false;
        }
        char mark = lower.charAt(at);
        if (mark == '\uFE0F' || mark == '\u20E3') {
            return true;
        }
        return at < 3 && (mark == '.' || mark == ')' || mark == ':')
                && at + 1 < lower.length() && Character.isWhitespace(lower.charAt(at + 1));
    }
}
