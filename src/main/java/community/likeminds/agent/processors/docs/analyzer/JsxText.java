package community.likeminds.agent.processors.docs.analyzer;

import java.util.ArrayList;
import java.util.List;

/** Words in the expressions of JSX attributes. */
final class JsxText {

    private static final int MOST_STRINGS = 200;

    private JsxText() {}

    /** The text of an attribute: its string, or what stands between the tags of its expression, still with inline marks. */
    static String of(String value) {
        String text = value.strip();
        if (!text.startsWith("{")) {
            return text;
        }
        text = text.substring(1, text.endsWith("}") ? text.length() - 1 : text.length()).strip();
        if (text.startsWith("<")) {
            return text.replace("{\" \"}", " ").replace("{' '}", " ").replace("<>", "").replace("</>", "");
        }
        if (text.length() >= 2 && "'\"`".indexOf(text.charAt(0)) >= 0 && text.endsWith(text.substring(0, 1))) {
            return text.substring(1, text.length() - 1);
        }
        // Anything else is code, not words.
        return "";
    }

    /** The strings of an array; of an array of objects the labels. */
    static List<String> strings(String expression) {
        List<String> all = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        String key = "";
        boolean objects = false;
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < expression.length() && all.size() < MOST_STRINGS; i++) {
            char c = expression.charAt(i);
            if (c == '\'' || c == '"' || c == '`') {
                int end = expression.indexOf(c, i + 1);
                if (end < 0) {
                    break;
                }
                String text = expression.substring(i + 1, end);
                if (key.equals("label") || key.equals("title") || key.equals("name")) {
                    labels.add(text);
                }
                all.add(text);
                i = end;
                key = "";
            } else if (c == ':') {
                key = word.toString().strip();
                objects = true;
                word.setLength(0);
            } else if (Character.isLetterOrDigit(c)) {
                word.append(c);
            } else {
                word.setLength(0);
            }
        }
        if (all.isEmpty() && !expression.startsWith("{") && !expression.isBlank()) {
            return List.of(expression.split("\\s*,\\s*"));
        }
        return objects ? labels : all;
    }
}
