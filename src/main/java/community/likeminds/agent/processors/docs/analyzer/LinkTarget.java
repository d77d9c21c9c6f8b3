package community.likeminds.agent.processors.docs.analyzer;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind the text of a link or an image: {@code (target "title")}, {@code [reference]} or nothing.
 *
 * @param url as written; empty for an image whose reference is not defined
 * @param end where reading goes on
 */
record LinkTarget(String url, int end) {

    private static final int LONGEST = 2000;
    static final int LONGEST_REFERENCE = 200;
    private static final int DEEPEST_PARENTHESES = 8;

    /** The target behind a closing bracket, or null when the brackets are text. */
    static @Nullable LinkTarget behind(String raw, int at, @Nullable String words, boolean image, Map<String, String> references) {
        if (at < raw.length() && raw.charAt(at) == '(') {
            int end = parenthesis(raw, at);
            if (end > 0) {
                String inside = raw.substring(at + 1, end).strip();
                int space = inside.indexOf(' ');
                String url = inside.startsWith("<") && inside.indexOf('>') > 0
                        ? inside.substring(1, inside.indexOf('>'))
                        : space > 0 ? inside.substring(0, space) : inside;
                return new LinkTarget(url, end + 1);
            }
        }
        if (at < raw.length() && raw.charAt(at) == '[') {
            int end = raw.indexOf(']', at, Math.min(raw.length(), at + LONGEST_REFERENCE));
            if (end > 0) {
                String key = raw.substring(at + 1, end).isBlank() ? words : raw.substring(at + 1, end);
                String url = defined(references, key);
                if (url != null || image) {
                    return new LinkTarget(url == null ? "" : url, end + 1);
                }
            }
            return null;
        }
        String url = defined(references, words);
        return url == null ? null : new LinkTarget(url, at);
    }

    private static @Nullable String defined(Map<String, String> references, @Nullable String key) {
        return key == null ? null : references.get(key.strip().toLowerCase(Locale.ROOT));
    }

    private static int parenthesis(String raw, int from) {
        int depth = 0;
        char quote = 0;
        for (int i = from; i < raw.length() && i - from < LONGEST; i++) {
            char c = raw.charAt(i);
            if (c == '\\') {
                i++;
            } else if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if ((c == '"' || c == '\'') && i > from && Character.isWhitespace(raw.charAt(i - 1))) {
                quote = c;
            } else if (c == '(') {
                if (++depth > DEEPEST_PARENTHESES) {
                    return -1;
                }
            } else if (c == ')' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
