package community.likeminds.agent.processors.docs.analyzer;

import java.util.Set;
import java.util.TreeSet;

/** Values in what stands behind the opening of a fence. */
final class FenceValues {

    private static final int MOST_LINES = 20_000;

    private FenceValues() {}

    /** Behind the value that starts at a place: a string, a bracketed one or all up to the next comma. */
    static int valueEnd(String s, int start) {
        if (start >= s.length()) {
            return s.length();
        }
        char first = s.charAt(start);
        char last = first == '[' ? ']' : first == '{' ? '}' : first == '"' || first == '\'' || first == '`' ? first : ',';
        int depth = 0;
        for (int i = start + 1; i < s.length(); i++) {
            if (s.charAt(i) == first && last != first && last != ',') {
                depth++;
            } else if (s.charAt(i) == last && depth-- == 0) {
                return last == ',' ? i : i + 1;
            }
        }
        return s.length();
    }

    /** Without the braces and quotes around it. */
    static String unquoted(String value) {
        String text = value.strip();
        if (text.length() >= 2 && text.startsWith("{") && text.endsWith("}")) {
            text = text.substring(1, text.length() - 1).strip();
        }
        if (text.length() >= 2 && "\"'`".indexOf(text.charAt(0)) >= 0 && text.charAt(text.length() - 1) == text.charAt(0)) {
            text = text.substring(1, text.length() - 1);
        }
        return text;
    }

    static boolean isRanges(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9' || c == ',' || c == '-' || c == ' ' || c == '.');
    }

    /** Numbers of lines: {@code 1,3-5}. */
    static Set<Integer> ranges(String text) {
        Set<Integer> lines = new TreeSet<>();
        for (String part : text.split("[,\\[\\]\\s\"'{}]+")) {
            String[] ends = part.split("-|\\.\\.", 2);
            int from = number(ends[0]);
            int to = ends.length > 1 ? number(ends[1]) : from;
            for (int line = from; line > 0 && line <= to && lines.size() < MOST_LINES; line++) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static int number(String digits) {
        boolean number = !digits.isEmpty() && digits.length() < 7 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Integer.parseInt(digits) : -1;
    }
}
