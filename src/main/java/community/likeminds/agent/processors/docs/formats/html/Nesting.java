package community.likeminds.agent.processors.docs.formats.html;

import java.util.Locale;
import java.util.Set;

/**
 * How deeply a page nests elements that the parser keeps on a list of its own, which its limit of depth does not shorten: pages that nest them without
 * end would keep it at work for hours.
 */
final class Nesting {

    private static final Set<String> LISTED = Set.of("table", "object", "applet", "marquee", "template");
    private static final int LONGEST_NAME = 8;
    /** No page that people read comes near it, also when it forgets to close some. */
    static final int DEEPEST = 2000;

    private Nesting() {}

    /** Where more than {@link #DEEPEST} of these elements are open, or the text's length; one pass over the text. */
    static int end(String text) {
        int open = 0;
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
            boolean closes = at + 1 < text.length() && text.charAt(at + 1) == '/';
            int from = at + (closes ? 2 : 1);
            int end = from;
            while (end < text.length() && end - from <= LONGEST_NAME && Character.isLetter(text.charAt(end))) {
                end++;
            }
            if (end - from >= 5 && LISTED.contains(text.substring(from, end).toLowerCase(Locale.ROOT))) {
                open = closes ? Math.max(0, open - 1) : open + 1;
                if (open > DEEPEST) {
                    return at;
                }
            }
        }
        return text.length();
    }
}
