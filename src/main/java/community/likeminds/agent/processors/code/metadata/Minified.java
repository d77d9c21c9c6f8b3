package community.likeminds.agent.processors.code.metadata;

import java.util.Set;

/** Files whose layout was taken out. */
final class Minified {

    private static final int LEAST = 2000;
    private static final int LONG_LINE = 5000;
    private static final int LONG_AVERAGE = 250;
    private static final double DENSE = 0.12;
    private static final Set<String> LAID_OUT = Set.of("javascript", "typescript", "tsx", "css", "html", "json");

    private Minified() {}

    static boolean byName(String name) {
        return name.matches("(?i).*(?:[.-]min\\.(?:js|mjs|cjs|css|html)|\\.(?:js|css|mjs)\\.map)");
    }

    /** Whether a text has lines nobody writes: very long ones, with hardly a space in them. */
    static boolean byLayout(String language, String text) {
        if (text.length() < LEAST || !LAID_OUT.contains(language)) {
            return false;
        }
        int lines = 0;
        int longest = 0;
        int length = 0;
        int spaces = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '\n') {
                lines += length > 0 ? 1 : 0;
                longest = Math.max(longest, length);
                length = 0;
            } else {
                length++;
                spaces += Character.isWhitespace(text.charAt(i)) ? 1 : 0;
            }
        }
        boolean dense = (double) spaces / text.length() < DENSE;
        return dense && (longest > LONG_LINE || text.length() / Math.max(1, lines) > LONG_AVERAGE);
    }
}
