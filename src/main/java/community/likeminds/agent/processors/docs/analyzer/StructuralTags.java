package community.likeminds.agent.processors.docs.analyzer;

import java.util.Locale;

/** Finds the tags in a line of text that end or start blocks. */
final class StructuralTags {

    private final boolean mdx;
    /** The line that the last comment's end was looked for on; a long line is asked about many times. */
    private String measured = "";
    private int lastCommentEnd = -1;
    private int lastTagEnd = -1;

    StructuralTags(boolean mdx) {
        this.mdx = mdx;
    }

    /** Whether a tag that ends or starts blocks stands at a place. */
    boolean at(String s, int at) {
        int i = at + 1;
        boolean closing = i < s.length() && s.charAt(i) == '/';
        if (closing) {
            i++;
        }
        int start = i;
        while (i < s.length() && i - start < 40 && Tag.Reader.nameCharacter(s.charAt(i))) {
            i++;
        }
        if (i == start || !Character.isLetter(s.charAt(start))) {
            return s.startsWith("<!--", at);
        }
        String name = s.substring(start, i);
        return switch (Components.of(name.toLowerCase(Locale.ROOT))) {
            case PLATFORM -> Character.isUpperCase(name.charAt(0)) && mdx;
            case TABS, CODE_GROUP, TAB, STEPS, STEP, ADMONITION, DETAILS ->
                closing || Character.isUpperCase(name.charAt(0)) || name.equals("details");
            case SUMMARY, CODE, TABLE, HEADING, SKIP -> true;
            case PLAIN -> !Character.isUpperCase(name.charAt(0));
            case INLINE, UNKNOWN -> false;
        };
    }

    /** Where the next such tag outside of inline code starts on a line, or the line's length. */
    int next(String s, int from) {
        boolean code = false;
        if (s != measured) {
            measured = s;
            lastCommentEnd = s.lastIndexOf("-->");
            lastTagEnd = s.lastIndexOf('>');
        }
        for (int i = from; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c == '`') {
                int run = Text.run(s, i, '`');
                code = !code;
                i += run - 1;
            } else if (c == '\\') {
                i++;
            } else if (c == '<' && !code && (at(s, i) || openEnded(s, i))) {
                // A comment within a line's text is left to the text when it ends on that line.
                if (!s.startsWith("<!--", i) || lastCommentEnd < i) {
                    return i;
                }
            }
        }
        return s.length();
    }

    /** A tag that goes on on the next line. */
    private boolean openEnded(String s, int at) {
        return at > lastTagEnd && at + 1 < s.length() && Character.isLetter(s.charAt(at + 1));
    }
}
