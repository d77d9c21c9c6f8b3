package community.likeminds.agent.processors.code.formats;

import java.util.ArrayList;
import java.util.List;

/** Takes a Gradle build apart into statements; a statement ends with its line unless a bracket is open. */
final class GradleScan {

    /**
     * @param open offset behind the brace of a block that ends the statement, or -1
     * @param close offset of its closing brace
     * @param from start with the comments above
     * @param to end with the comment behind
     */
    record Statement(int start, int end, int open, int close, int from, int to, boolean comment) {}

    private final String text;
    private boolean balanced = true;

    GradleScan(String text) {
        this.text = text;
    }

    boolean balanced() {
        return balanced;
    }

    List<Statement> statements(int from, int to) {
        List<Statement> found = new ArrayList<>();
        int comments = -1;
        int at = from;
        while (at < to) {
            char c = text.charAt(at);
            if (c == '\n' && at + 1 < to && Scan.lineEnd(text, at + 1) <= to && text.substring(at + 1, Scan.lineEnd(text, at + 1)).isBlank()) {
                comments = -1;
            }
            if (Character.isWhitespace(c) || c == ';') {
                at++;
            } else if (comment(at)) {
                int end = Math.min(commentEnd(at), to);
                comments = comments < 0 ? at : comments;
                int stop = at + text.substring(at, end).stripTrailing().length();
                found.add(new Statement(at, stop, -1, -1, at, stop, true));
                at = end;
            } else {
                Statement one = statement(at, to, comments < 0 ? at : comments);
                found.add(one);
                comments = -1;
                at = Math.max(one.to(), at + 1);
            }
        }
        return found;
    }

    private boolean comment(int at) {
        return text.startsWith("//", at) || text.startsWith("/*", at);
    }

    private int commentEnd(int at) {
        if (text.startsWith("//", at)) {
            return Scan.lineEnd(text, at);
        }
        int end = text.indexOf("*/", at + 2);
        return end < 0 ? text.length() : end + 2;
    }

    private Statement statement(int start, int limit, int from) {
        int depth = 0;
        int open = -1;
        int close = -1;
        int end = start;
        int at = start;
        while (at < limit) {
            char c = text.charAt(at);
            if (c == '"' || c == '\'') {
                at = Scan.string(text, at);
                end = at;
                continue;
            }
            if (comment(at)) {
                at = commentEnd(at);
                continue;
            }
            if (depth == 0 && (c == '\n' && !continues(at, limit) || c == ';')) {
                break;
            }
            if (c == '{' || c == '(' || c == '[') {
                open = c == '{' && depth == 0 ? at + 1 : open;
                depth++;
            } else if (c == '}' || c == ')' || c == ']') {
                depth--;
                close = c == '}' && depth == 0 ? at : close;
                balanced &= depth >= 0;
            }
            at++;
            end = Character.isWhitespace(c) ? end : at;
        }
        balanced &= depth == 0;
        boolean block = close >= 0 && open >= 0 && close + 1 == end && open <= close;
        int line = Math.min(Scan.lineEnd(text, end), limit);
        String rest = text.substring(end, line).strip();
        int to = rest.startsWith("//") ? end + text.substring(end, line).stripTrailing().length() : end;
        return new Statement(start, end, block ? open : -1, block ? close : -1, from, to, false);
    }

    /** Whether the next line goes on with the statement. */
    private boolean continues(int newline, int limit) {
        int next = newline;
        while (next < limit && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next < limit && text.charAt(next) == '.';
    }

    static String uncommented(String text) {
        return text.replaceAll("(?m)(?<![:\"'])//.*$", "").replaceAll("(?s)/\\*.*?\\*/", "");
    }
}
