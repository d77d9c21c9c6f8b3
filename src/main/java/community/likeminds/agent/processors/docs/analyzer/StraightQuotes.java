package community.likeminds.agent.processors.docs.analyzer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads code whose string delimiters a word processor made curly. Curly quotes within a string or a comment are text and stay; outside of
 * them they can only be delimiters, and they are read as straight ones when every one finds its partner on its line.
 */
final class StraightQuotes {

    private static final String CURLY = "\u201C\u201D\u201E\u2018\u2019\u201A";
    private static final List<String> LINE_COMMENTS = List.of("//", "#", "--");

    private static final Set<String> PROSE = Set.of("text", "txt", "plaintext", "md", "mdx", "markdown", "html", "xml", "liquid", "handlebars", "hbs", "prompt", "log");
    private static final Set<String> SHELLS = Set.of("bash", "sh", "shell", "zsh", "console", "terminal", "powershell", "cmd", "shellscript");
    private static final Set<String> WORDS =
            Set.of("from", "import", "return", "case", "require", "include", "in", "is", "as", "print", "echo", "implementation", "api", "id", "source", "pod", "gem");

    /**
     * @param lines the code to be parsed
     * @param changed whether any quote was straightened
     * @param open whether one was left that is neither text nor has a partner
     */
    record Result(List<String> lines, boolean changed, boolean open) {}

    private StraightQuotes() {}

    /** @param language of the code; in formats that hold prose, curly quotes are part of it */
    static Result of(List<String> code, String language) {
        if (PROSE.contains(language) || code.stream().noneMatch(StraightQuotes::any)) {
            return new Result(code, false, false);
        }
        List<String> lines = new ArrayList<>(code.size());
        boolean changed = false;
        for (String line : code) {
            String straight = any(line) ? straight(line, SHELLS.contains(language)) : line;
            if (straight == null) {
                // One that cannot be told makes the others doubtful as well.
                return new Result(code, false, true);
            }
            changed |= !straight.equals(line);
            lines.add(straight);
        }
        return new Result(lines, changed, false);
    }

    private static boolean any(String line) {
        return line.chars().anyMatch(c -> CURLY.indexOf(c) >= 0);
    }

    private static @Nullable String straight(String line, boolean shell) {
        StringBuilder text = new StringBuilder(line);
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote != 0) {
                i += c == '\\' ? 1 : 0;
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'' || c == '`') {
                quote = line.indexOf(c, i + 1) < 0 ? 0 : c;
            } else if (comment(line, i)) {
                return text.toString();
            } else if (CURLY.indexOf(c) >= 0 && (shell && i > 0 && line.charAt(i - 1) == ' ' || startsString(line, i))) {
                int end = partner(line, i);
                char plain = kind(c);
                if (end < 0 || line.substring(i + 1, end).indexOf(plain) >= 0) {
                    return null;
                }
                text.setCharAt(i, plain);
                text.setCharAt(end, plain);
                i = end;
            }
        }
        return text.toString();
    }

    /** Whether a string can stand here: behind punctuation or a word of the language, not in the middle of a text. */
    private static boolean startsString(String line, int at) {
        int end = at;
        while (end > 0 && Character.isWhitespace(line.charAt(end - 1))) {
            end--;
        }
        if (end == 0) {
            return true;
        }
        if (!Character.isLetterOrDigit(line.charAt(end - 1))) {
            return ">.!?".indexOf(line.charAt(end - 1)) < 0 && line.charAt(end - 1) < 128;
        }
        int start = end;
        while (start > 0 && Character.isLetterOrDigit(line.charAt(start - 1))) {
            start--;
        }
        return end < at && WORDS.contains(line.substring(start, end));
    }

    private static boolean comment(String line, int at) {
        boolean starts = at == 0 || Character.isWhitespace(line.charAt(at - 1));
        return starts && LINE_COMMENTS.stream().anyMatch(one -> line.startsWith(one, at))
                || line.startsWith("/*", at) || line.startsWith("<!--", at) || starts && line.startsWith("* ", at);
    }

    /** The next curly quote of the same kind; many authors use the closing one on both sides. */
    private static int partner(String line, int from) {
        char plain = kind(line.charAt(from));
        for (int i = from + 1; i < line.length(); i++) {
            if (CURLY.indexOf(line.charAt(i)) >= 0 && kind(line.charAt(i)) == plain) {
                boolean apostrophe = plain == '\'' && i + 1 < line.length()
                        && Character.isLetter(line.charAt(i - 1)) && Character.isLetter(line.charAt(i + 1));
                if (!apostrophe) {
                    return i;
                }
            }
        }
        return -1;
    }

    private static char kind(char curly) {
        return CURLY.indexOf(curly) < 3 ? '"' : '\'';
    }
}
