package community.likeminds.agent.processors.docs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The smallest part of a page that is read as a whole: a heading, a paragraph, a table, a code block.
 *
 * @param kind what it is
 * @param text plain text for prose (inline code keeps its back-ticks, links keep their text), the code for code blocks
 * @param lines where it stands on the page
 * @param level 1 to 6 for headings, else 0
 * @param headings path of headings that it stands under, outermost first; a heading includes itself. As they stand in the page
 *     without emphasis and back-ticks; a trailing {@code {#id}} is dropped, a trailing {@code [#id]} is kept
 * @param containers what encloses it, outermost first
 * @param code the code and its metadata when {@code kind} is {@code CODE}, else null
 * @param links targets of the links in the text, as written
 * @param partial path below the source's root of the file that it stands in when the page includes that file, else empty; its relative links start
 *     there, and {@code lines} are the page's that include it
 */
public record Block(
        Kind kind,
        String text,
        LineRange lines,
        int level,
        List<String> headings,
        List<Container> containers,
        @Nullable CodeBlock code,
        List<String> links,
        String partial) {

    public enum Kind {
        HEADING,
        PROSE,
        CODE,
        TABLE
    }

    /** A block of the page's own. */
    public Block(
            Kind kind,
            String text,
            LineRange lines,
            int level,
            List<String> headings,
            List<Container> containers,
            @Nullable CodeBlock code,
            List<String> links) {
        this(kind, text, lines, level, headings, containers, code, links, "");
    }

    public Block {
        headings = List.copyOf(headings);
        containers = List.copyOf(containers);
        links = List.copyOf(links);
    }

    /** The nearest heading, or an empty string above the first one. */
    public String heading() {
        return headings.isEmpty() ? "" : headings.getLast();
    }
}
