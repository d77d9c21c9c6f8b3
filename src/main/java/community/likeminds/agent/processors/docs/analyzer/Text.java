package community.likeminds.agent.processors.docs.analyzer;

import java.util.ArrayList;
import java.util.List;

/** Questions about a line. */
final class Text {

    private Text() {}

    /** Lines without their ends ({@code \n}, {@code \r\n}, {@code \r}) and without a byte order mark. */
    static String[] lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = !text.isEmpty() && text.charAt(0) == '\uFEFF' ? 1 : 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                lines.add(text.substring(start, i));
                if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                    i++;
                }
                start = i + 1;
            }
        }
        if (start < text.length()) {
            lines.add(text.substring(start));
        }
        return lines.toArray(String[]::new);
    }

    static int skipSpaces(String s, int from) {
        int i = from;
        while (i < s.length() && (s.charAt(i) == ' ' || s.charAt(i) == '\t' || s.charAt(i) == '\u00A0')) {
            i++;
        }
        return i;
    }

    /** Column of a place, tabs to the next multiple of four. */
    static int column(String s, int at) {
        int column = 0;
        for (int i = 0; i < at; i++) {
            column = s.charAt(i) == '\t' ? (column / 4 + 1) * 4 : column + 1;
        }
        return column;
    }

    static int run(String s, int at, char c) {
        int i = at;
        while (i < s.length() && s.charAt(i) == c) {
            i++;
        }
        return i - at;
    }

    static boolean blankFrom(String s, int at) {
        return skipSpaces(s, at) >= s.length();
    }

    /** Length of the list marker at a place with its following space, or 0. */
    static int listMarker(String s, int at) {
        if (at >= s.length()) {
            return 0;
        }
        char c = s.charAt(at);
        int end = at;
        if (c == '-' || c == '*' || c == '+') {
            end = at + 1;
        } else {
            while (end < s.length() && end - at < 9 && s.charAt(end) >= '0' && s.charAt(end) <= '9') {
                end++;
            }
            if (end == at || end >= s.length() || s.charAt(end) != '.' && s.charAt(end) != ')') {
                return 0;
            }
            end++;
        }
        if (end >= s.length()) {
            return end - at;
        }
        return s.charAt(end) == ' ' || s.charAt(end) == '\t' ? end - at + 1 : 0;
    }

    static boolean thematicBreak(String s, int at) {
        char c = at < s.length() ? s.charAt(at) : ' ';
        if (c != '-' && c != '*' && c != '_') {
            return false;
        }
        int marks = 0;
        for (int i = at; i < s.length(); i++) {
            if (s.charAt(i) == c) {
                marks++;
            } else if (s.charAt(i) != ' ' && s.charAt(i) != '\t') {
                return false;
            }
        }
        return marks >= 3;
    }

    /** Level of an ATX heading at a place, or 0. */
    static int heading(String s, int at) {
        int level = run(s, at, '#');
        int behind = at + level;
        boolean spaced = behind >= s.length() || s.charAt(behind) == ' ' || s.charAt(behind) == '\t';
        return level >= 1 && level <= 6 && spaced ? level : 0;
    }

    /** Length of a fence opening at a place, or 0. */
    static int fence(String s, int at) {
        if (at >= s.length()) {
            return 0;
        }
        char c = s.charAt(at);
        if (c != '`' && c != '~') {
            return 0;
        }
        int length = run(s, at, c);
        return length >= 3 && (c == '~' || s.indexOf('`', at + length) < 0) ? length : 0;
    }

    /** Whether the line is the row of dashes under a table's head. */
    static boolean tableRule(String line) {
        boolean dash = false;
        boolean bar = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            switch (c) {
                case '-' -> dash = true;
                case '|' -> bar = true;
                case ':', ' ', '\t', '>' -> { }
                default -> {
                    return false;
                }
            }
        }
        return dash && bar;
    }
}
