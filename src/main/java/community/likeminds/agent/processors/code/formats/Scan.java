package community.likeminds.agent.processors.code.formats;

import java.util.ArrayList;
import java.util.List;

/** Steps over strings, brackets and comments of a text. */
final class Scan {

    private Scan() {}

    static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', Math.min(from, text.length()));
        return end < 0 ? text.length() : end;
    }

    static int skipBlanks(String text, int from, int to) {
        int at = from;
        while (at < to && (text.charAt(at) == ' ' || text.charAt(at) == '\t' || text.charAt(at) == '\r')) {
            at++;
        }
        return at;
    }

    /** Offset behind a string that begins at an offset. */
    static int string(String text, int from) {
        char quote = text.charAt(from);
        String triple = String.valueOf(quote).repeat(3);
        if (text.startsWith(triple, from)) {
            int end = text.indexOf(triple, from + 3);
            return end < 0 ? text.length() : end + 3;
        }
        for (int i = from + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == quote || c == '\n') {
                return c == quote ? i + 1 : i;
            }
        }
        return text.length();
    }

    /** Offset behind a value that ends with its line, brackets and strings taken as one. */
    static int valueEnd(String text, int from) {
        int depth = 0;
        int at = from;
        int end = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"' || c == '\'') {
                at = string(text, at);
                end = at;
                continue;
            }
            if (c == '#') {
                at = lineEnd(text, at);
                continue;
            }
            if (c == '\n' && depth <= 0) {
                break;
            }
            depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
            at++;
            end = Character.isWhitespace(c) ? end : at;
        }
        return end;
    }

    /** Ranges of the elements between two offsets that commas set apart. */
    static List<int[]> elements(String text, int from, int to) {
        List<int[]> ranges = new ArrayList<>();
        int depth = 0;
        int start = -1;
        int end = from;
        int at = from;
        while (at < to) {
            char c = text.charAt(at);
            if (c == '#') {
                at = lineEnd(text, at);
                continue;
            }
            if (c == ',' && depth == 0) {
                if (start >= 0) {
                    ranges.add(new int[] {start, end});
                }
                start = -1;
                at++;
                continue;
            }
            int next = c == '"' || c == '\'' ? Math.min(string(text, at), to) : at + 1;
            depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
            if (!Character.isWhitespace(c)) {
                start = start < 0 ? at : start;
                end = next;
            }
            at = next;
        }
        if (start >= 0) {
            ranges.add(new int[] {start, end});
        }
        return ranges;
    }
}
