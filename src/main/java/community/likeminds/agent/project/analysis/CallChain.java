package community.likeminds.agent.project.analysis;

import java.util.ArrayList;
import java.util.List;

/** Reads the calls that follow an expression: {@code (…).setKey(…).build(…)}. */
final class CallChain {

    private CallChain() {}

    /**
     * @param name of a method that is called on the result of the call before it
     * @param start offset of the name in the text
     */
    record Link(String name, int start, boolean called) {}

    /** Links after an offset at which a call begins; empty when none does. */
    static List<Link> after(String text, int offset) {
        List<Link> links = new ArrayList<>();
        int at = arguments(text, offset);
        while (at >= 0) {
            int dot = blank(text, at);
            if (dot < text.length() && text.charAt(dot) == '?') {
                dot++;
            }
            if (dot >= text.length() || text.charAt(dot) != '.') {
                break;
            }
            int start = blank(text, dot + 1);
            int end = start;
            while (end < text.length() && (Character.isJavaIdentifierPart(text.charAt(end)))) {
                end++;
            }
            if (end == start) {
                break;
            }
            at = arguments(text, end);
            links.add(new Link(text.substring(start, end), start, at >= 0));
        }
        return List.copyOf(links);
    }

    /** Offset after the arguments that begin at an offset, or -1 when none do or they do not end. */
    static int arguments(String text, int offset) {
        int at = blank(text, offset);
        if (at >= text.length() || text.charAt(at) != '(') {
            return -1;
        }
        int depth = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"' || c == '\'' || c == '`') {
                at = quoted(text, at);
                continue;
            }
            if (text.startsWith("//", at) || text.startsWith("/*", at)) {
                at = blank(text, at);
                continue;
            }
            depth += c == '(' || c == '[' || c == '{' ? 1 : c == ')' || c == ']' || c == '}' ? -1 : 0;
            at++;
            if (depth == 0) {
                return at;
            }
        }
        return -1;
    }

    private static int quoted(String text, int start) {
        char quote = text.charAt(start);
        for (int at = start + 1; at < text.length(); at++) {
            if (text.charAt(at) == '\\') {
                at++;
            } else if (text.charAt(at) == quote) {
                return at + 1;
            }
        }
        return text.length();
    }

    /** Skips blanks and comments. */
    private static int blank(String text, int start) {
        int at = start;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (text.startsWith("//", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end + 1;
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                at = end < 0 ? text.length() : end + 2;
            } else {
                break;
            }
        }
        return at;
    }
}
