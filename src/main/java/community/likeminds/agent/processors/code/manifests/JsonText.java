package community.likeminds.agent.processors.code.manifests;

import community.likeminds.agent.processors.code.ast.SyntaxNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text edits of JSON objects and arrays. */
final class JsonText {

    private JsonText() {}

    static String eol(String text) {
        int first = text.indexOf('\n');
        return first > 0 && text.charAt(first - 1) == '\r' ? "\r\n" : "\n";
    }

    /** A trailing comma and comments behind the last item. */
    private static final Pattern REST_OF_LINE = Pattern.compile("[ \\t]*(,)?(?:[ \\t]*/\\*[^\\n]*?\\*/)*(?:[ \\t]*//[^\\r\\n]*)?(?=[ \\t]*\\r?\\n)");

    /** One level of indentation: the white space before the first indented line. */
    static String indent(String text) {
        for (String line : text.split("\n", -1)) {
            int end = 0;
            while (end < line.length() && (line.charAt(end) == ' ' || line.charAt(end) == '\t')) {
                end++;
            }
            if (end > 0 && !line.isBlank()) {
                return line.substring(0, end);
            }
        }
        return "  ";
    }

    static String key(SyntaxNode pair) {
        SyntaxNode key = pair.child("key");
        String text = key == null ? "" : key.text();
        return text.length() > 1 && text.startsWith("\"") ? text.substring(1, text.length() - 1) : text;
    }

    static String indentAt(String text, int offset) {
        int start = text.lastIndexOf('\n', Math.max(offset - 1, 0)) + 1;
        int end = start;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.substring(start, Math.min(end, Math.max(offset, start)));
    }

    /** The text with the first item put into an empty object or array. */
    static String fill(String text, SyntaxNode empty, String item, String unit, String eol) {
        String own = indentAt(text, empty.start());
        String inner = eol + own + unit + deeper(item, own + unit, eol) + eol + own;
        return text.substring(0, empty.start() + 1) + inner + text.substring(empty.end() - 1);
    }

    /** The text with an item in an object or array that has some: before one of them, or behind the last. */
    static String insert(String text, SyntaxNode list, String item, @Nullable SyntaxNode before, String eol) {
        boolean lines = list.text().contains("\n");
        if (before != null) {
            String own = indentAt(text, before.start());
            String gap = lines ? "," + eol + own : ", ";
            return text.substring(0, before.start()) + deeper(item, lines ? own : "", eol) + gap + text.substring(before.start());
        }
        SyntaxNode last = list.parts().getLast();
        String own = indentAt(text, last.start());
        if (!lines) {
            return text.substring(0, last.end()) + ", " + item + text.substring(last.end());
        }
        Matcher rest = REST_OF_LINE.matcher(text).region(last.end(), list.end() - 1);
        boolean comma = rest.lookingAt() && rest.group(1) != null;
        int behind = rest.lookingAt() ? rest.end() : last.end();
        String more = eol + own + deeper(item, own, eol) + (comma ? "," : "");
        return text.substring(0, last.end()) + (comma ? "" : ",") + text.substring(last.end(), behind) + more + text.substring(behind);
    }

    static String deeper(String item, String indent, String eol) {
        return item.replace("\n", eol + indent);
    }
}
