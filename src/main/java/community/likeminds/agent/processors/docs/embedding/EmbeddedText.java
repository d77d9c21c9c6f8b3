package community.likeminds.agent.processors.docs.embedding;

import java.util.HashSet;
import java.util.Set;

/**
 * What an embedding model is given of a text. Every mark is a token that costs as much as a word: tables and inline code lose theirs, code
 * keeps each of its names once. A quarter fewer tokens find the same; taking away the punctuation of prose, too, or taking names apart,
 * was measured to find less.
 */
public final class EmbeddedText {

    /** Longer runs without a break are keys, hashes or data, not names. */
    private static final int LONGEST_NAME = 48;

    /** What code is held together by. */
    private static final String MARKS = "{}()[]<>;\"'`,=|&";

    private EmbeddedText() {}

    /** Prose without back-ticks, bars and rules of tables. */
    public static String prose(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (String line : text.split("\n")) {
            if (!rule(line)) {
                int before = out.length();
                unmarked(line, out);
                close(out, before);
            }
        }
        return out.toString().strip();
    }

    /** The names, comments and literals of code, each word once: what it is about, without its grammar. */
    public static String code(String code) {
        StringBuilder out = new StringBuilder(code.length());
        Set<String> seen = new HashSet<>();
        for (String line : code.split("\n")) {
            int before = out.length();
            // The fence says the language and the file.
            words(line.startsWith("```") ? line.replace(" title=", " ") : line, seen, out);
            close(out, before);
        }
        return out.toString().strip();
    }

    private static boolean rule(String line) {
        return line.chars().allMatch(c -> c == '|' || c == '-' || c == ':' || c == ' ' || c == '\t' || c == '\r');
    }

    private static void unmarked(String line, StringBuilder out) {
        int before = out.length();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean space = c == '`' || c == '|' || Character.isWhitespace(c);
            if (!space) {
                out.append(c);
            } else if (out.length() > before && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
    }

    private static void words(String line, Set<String> seen, StringBuilder out) {
        int i = 0;
        while (i < line.length()) {
            int end = i;
            while (end < line.length() && !Character.isWhitespace(line.charAt(end)) && MARKS.indexOf(line.charAt(end)) < 0) {
                end++;
            }
            if (end - i > 1 && end - i < LONGEST_NAME && seen.add(line.substring(i, end))) {
                out.append(line, i, end).append(' ');
            }
            i = end + 1;
        }
    }

    private static void close(StringBuilder out, int before) {
        while (out.length() > before && out.charAt(out.length() - 1) == ' ') {
            out.setLength(out.length() - 1);
        }
        if (out.length() > before) {
            out.append('\n');
        }
    }
}
