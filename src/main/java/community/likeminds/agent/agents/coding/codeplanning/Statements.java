package community.likeminds.agent.agents.coding.codeplanning;

import java.util.ArrayList;
import java.util.List;

/** Takes the body of a function apart by its brackets, in languages that write blocks in braces. */
final class Statements {

    private Statements() {}

    /**
     * Offset of the bracket that closes the one at an offset, or -1. Brackets within texts and comments do not count.
     *
     * @param open offset of an opening bracket
     */
    static int close(String text, int open) {
        int depth = 0;
        for (int at = open; at < text.length(); at = next(text, at)) {
            char c = text.charAt(at);
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        return -1;
    }

    /** @param marked whether every statement that is no block ends with a semicolon; else the end of its line ends it */
    static List<String> of(String body, boolean marked) {
        List<String> statements = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int at = 0; at < body.length(); at = next(body, at)) {
            char c = body.charAt(at);
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            String rest = c == '\n' ? body.substring(at).stripLeading() : "";
            if (c != '\n' || depth != 0 || rest.startsWith(".") || rest.startsWith("else") || rest.startsWith("catch") || rest.startsWith("finally")) {
                continue;
            }
            String statement = body.substring(start, at).strip();
            boolean comment = statement.startsWith("//") && statement.lines().allMatch(line -> line.strip().startsWith("//"));
            if (comment || marked && !statement.endsWith(";") && !statement.endsWith("}")) {
                continue;
            }
            statements.add(statement);
            start = at + 1;
        }
        statements.add(body.substring(start).strip());
        return statements.stream().filter(one -> !one.isBlank()).toList();
    }

    /** Where to go on behind a character, or behind the whole text or comment that it begins. */
    private static int next(String text, int at) {
        char c = text.charAt(at);
        if (c == '"' || c == '\'' || c == '`') {
            for (int end = at + 1; end < text.length(); end++) {
                if (text.charAt(end) == '\\' && c != '`') {
                    end++;
                } else if (text.charAt(end) == c) {
                    return end + 1;
                } else if (text.charAt(end) == '\n' && c != '`') {
                    return at + 1;
                }
            }
            return at + 1;
        }
        if (text.startsWith("//", at)) {
            int end = text.indexOf('\n', at);
            return end < 0 ? text.length() : end;
        }
        if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at);
            return end < 0 ? text.length() : end + 2;
        }
        return at + 1;
    }
}
