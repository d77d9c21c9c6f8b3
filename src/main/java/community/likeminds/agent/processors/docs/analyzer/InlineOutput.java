package community.likeminds.agent.processors.docs.analyzer;

/** Text in the making, of which characters may still go when what they belong to is known. */
final class InlineOutput {

    /** Stands where a character is gone. */
    static final char GONE = '\uE000';

    private final StringBuilder text = new StringBuilder();

    void append(char c) {
        text.append(c == GONE ? ' ' : c);
    }

    void append(String plain) {
        text.append(plain);
    }

    /** Adds text as it stands in the page. */
    void quote(String raw) {
        text.append(raw.replace(GONE, ' '));
    }

    void repeat(char c, int count) {
        text.repeat(c, count);
    }

    int length() {
        return text.length();
    }

    String from(int start) {
        return text.substring(start);
    }

    void remove(int place) {
        text.setCharAt(place, GONE);
    }

    void truncate(int length) {
        text.setLength(length);
    }

    /** The text without what is gone; single spaces; line ends survive as single ones. */
    String collapsed() {
        StringBuilder clean = new StringBuilder(text.length());
        boolean space = false;
        boolean line = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == GONE) {
                continue;
            }
            if (c == '\uDB40' && i + 1 < text.length() && text.charAt(i + 1) >= '\uDC00' && text.charAt(i + 1) <= '\uDC7F') {
                // Tag characters are not shown; nobody but a machine reads them.
                i++;
                continue;
            }
            if (c == '\n') {
                line = true;
            } else if (Character.isWhitespace(c) || c == '\u00A0' || c == '\u200B') {
                space = true;
            } else {
                if (!clean.isEmpty() && line) {
                    clean.append('\n');
                } else if (!clean.isEmpty() && space) {
                    clean.append(' ');
                }
                space = false;
                line = false;
                clean.append(c);
            }
        }
        return clean.toString();
    }
}
