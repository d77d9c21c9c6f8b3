package community.likeminds.agent.processors.docs.formats.html;

import community.likeminds.agent.processors.docs.formats.Markdown;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** The paragraph at hand: its Markdown and the lines it comes from. */
final class InlineWriter {

    private final SourceLines lines;
    private final StringBuilder text = new StringBuilder();
    private int paragraph;
    private int start;
    private int end;
    private boolean space;

    InlineWriter(SourceLines lines) {
        this.lines = lines;
    }

    void text(TextNode node) {
        String words = node.getWholeText();
        if (words.isBlank()) {
            space |= !words.isEmpty();
            return;
        }
        int from = 0;
        while (Character.isWhitespace(words.charAt(from))) {
            from++;
        }
        int to = words.length();
        while (Character.isWhitespace(words.charAt(to - 1))) {
            to--;
        }
        if (node.sourceRange().isTracked()) {
            place(lines.at(node.sourceRange().startPos() + from), lines.at(node.sourceRange().endPos() - 1 - (words.length() - to)));
        }
        space |= from > 0;
        String plain = words.substring(from, to).replaceAll("[\\s\\u00A0\\u00AD]+", " ");
        raw(Markdown.escaped(plain));
        space = to < words.length();
    }

    /** Adds Markdown as it is. */
    void raw(String markdown) {
        if (space && !text.isEmpty()) {
            text.append(' ');
        }
        space = false;
        text.append(markdown);
    }

    void place(int from, int to) {
        start = start == 0 ? from : Math.min(start, from);
        end = Math.max(end, Math.max(from, to));
    }

    void place(Element element) {
        if (element.sourceRange().isTracked()) {
            place(lines.start(element), lines.end(element));
        }
    }

    /** A place in the paragraph that was at hand then. */
    record Place(int at, int paragraph) {}

    /** Remembers where a mark would open; see {@link #mark}. */
    Place open() {
        if (space && !text.isEmpty()) {
            text.append(' ');
            space = false;
        }
        return new Place(text.length(), paragraph);
    }

    /** Puts marks around what was added since a place, unless that is nothing. */
    void mark(Place from, String mark) {
        if (open(from) && !text.substring(from.at()).isBlank()) {
            text.insert(from.at(), mark).append(mark);
        }
    }

    /** Makes what was added since a place a link. */
    void link(Place from, String target) {
        if (open(from)) {
            String label = text.substring(from.at());
            text.setLength(from.at());
            text.append(Markdown.link(label, target));
        }
    }

    private boolean open(Place from) {
        return from.paragraph() == paragraph && from.at() < text.length();
    }

    boolean isBlank() {
        return text.toString().isBlank();
    }

    int start() {
        return Math.max(1, start);
    }

    int end() {
        return Math.max(start(), end);
    }

    /** Gives the paragraph and begins another. */
    String take() {
        String taken = text.toString().strip();
        text.setLength(0);
        space = false;
        paragraph++;
        return taken;
    }

    void forget() {
        start = 0;
        end = 0;
    }
}
