package community.likeminds.agent.processors.docs.analyzer;

import org.jspecify.annotations.Nullable;

/**
 * A tag within a line of text, or an address in angle brackets.
 *
 * @param name as written, 40 characters at most
 * @param closing whether it is an end tag
 * @param inside everything between the brackets
 * @param end where its last bracket stands
 */
record InlineTag(String name, boolean closing, String inside, int end) {

    static final String PAGE = "doc:";
    private static final int LONGEST = 1000;

    /** The tag whose first bracket stands at a place, or null; MDX's {@code <>} and {@code </>} have an empty name. */
    static @Nullable InlineTag at(String raw, int at, boolean mdx) {
        int i = at + 1;
        boolean closing = i < raw.length() && raw.charAt(i) == '/';
        if (closing) {
            i++;
        }
        int start = i;
        while (i < raw.length() && (Character.isLetterOrDigit(raw.charAt(i)) || raw.charAt(i) == '.' || raw.charAt(i) == '-')) {
            i++;
        }
        String name = raw.substring(start, Math.min(i, start + 40));
        if (mdx && name.isEmpty() && i < raw.length() && raw.charAt(i) == '>') {
            return new InlineTag("", closing, "", i);
        }
        int end = name.isEmpty() || !Character.isLetter(name.charAt(0)) ? -1 : end(raw, i);
        return end < 0 ? null : new InlineTag(name, closing, raw.substring(at + 1, end), end);
    }

    private static int end(String raw, int from) {
        char quote = 0;
        int braces = 0;
        for (int i = from; i < raw.length() && i - from < LONGEST; i++) {
            char c = raw.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '{') {
                braces++;
            } else if (c == '}') {
                braces--;
            } else if (c == '<' && braces <= 0) {
                return -1;
            } else if (c == '>' && braces <= 0) {
                return i;
            }
        }
        return -1;
    }

    /** Whether readers are not shown what it holds. */
    boolean unseen() {
        return !closing && inside.length() > name.length() + 5 && ModelInstructions.unseen(inside);
    }

    boolean address() {
        return inside.startsWith("http://") || inside.startsWith("https://") || inside.startsWith("mailto:") || page();
    }

    /** Whether it names another page of a DocC catalog: {@code <doc:Getting-Started>}. */
    boolean page() {
        return inside.startsWith(PAGE) && inside.length() > PAGE.length() && inside.indexOf(' ') < 0;
    }

    /** What readers see of an address. */
    String shown() {
        return page() ? inside.substring(PAGE.length()) : inside;
    }

    /** The target of a link, or null. */
    @Nullable String href() {
        int start = inside.indexOf("href=");
        if (start >= 0 && start + 6 < inside.length()) {
            char quote = inside.charAt(start + 5);
            int end = inside.indexOf(quote, start + 6);
            if ((quote == '"' || quote == '\'') && end > 0) {
                return inside.substring(start + 6, end);
            }
        }
        return null;
    }
}
