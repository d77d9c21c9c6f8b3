package community.likeminds.agent.processors.docs.formats.html;

import community.likeminds.agent.processors.docs.formats.Rendering;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The lines written so far, below the marks of the lists and quotes that are open. */
final class MarkdownLines {

    private final Rendering out;
    private final SourceLines lines;
    private String prefix = "";
    /** What the next line starts with in place of the prefix: the mark of a list's item. */
    private @Nullable String marker;
    private boolean any;

    MarkdownLines(Rendering out, SourceLines lines) {
        this.out = out;
        this.lines = lines;
    }

    /** Whether there is any block. */
    boolean any() {
        return any;
    }

    /** Adds the first line of a block, behind an empty one. */
    void block(String line, int start, int end) {
        if (marker == null) {
            out.blank(prefix);
        }
        out.line((marker == null ? prefix : marker) + line, start, end);
        marker = null;
        any = true;
        // Headings end with their line; other blocks add their own.
        if (line.startsWith("#")) {
            out.blank(prefix);
        }
    }

    /** Adds another line of the block at hand. */
    void line(String line, int start, int end) {
        out.line(prefix + line, start, end);
    }

    /** Adds a line of code, of which nothing is left where it is empty. */
    void code(String line, int at) {
        out.line(line.isBlank() && prefix.isBlank() ? "" : prefix + line, at, at);
    }

    void blank() {
        out.blank(prefix);
    }

    void openTag(String tag, Element element) {
        int line = lines.start(element);
        block(tag, line, line);
        blank();
    }

    void closeTag(String tag, Element element) {
        int line = lines.end(element);
        blank();
        line(tag, line, line);
        blank();
    }

    /** Writes content behind a mark, and its other lines below it: indented, or behind the mark again. */
    void within(String mark, boolean again, Runnable content) {
        String outer = prefix;
        marker = (marker == null ? prefix : marker) + mark;
        prefix = prefix + (again ? mark : " ".repeat(mark.length()));
        content.run();
        marker = null;
        prefix = outer;
    }
}
