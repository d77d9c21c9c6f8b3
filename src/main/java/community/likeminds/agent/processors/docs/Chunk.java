package community.likeminds.agent.processors.docs;

import java.util.List;

/**
 * A passage of a page, sized for the embedding model.
 *
 * @param source name of the source
 * @param page path of the page below the source's root
 * @param title the page's title
 * @param headings heading path, outermost first
 * @param platform the page's platform, or empty
 * @param lines where it stands on the page
 * @param text what is shown and quoted: the passage as it is on the page, prose and code
 * @param embedded what is embedded: heading path and page context, then the text
 * @param contentHash SHA-256 of {@code embedded}, hexadecimal
 * @param facts of the page it stands on
 * @param links out of its prose, in their order
 */
public record Chunk(
        String source,
        String page,
        String title,
        List<String> headings,
        String platform,
        LineRange lines,
        String text,
        String embedded,
        String contentHash,
        PageFacts facts,
        List<Link> links) {

    public Chunk {
        headings = List.copyOf(headings);
        links = List.copyOf(links);
    }

    /** Without links. */
    public Chunk(
            String source,
            String page,
            String title,
            List<String> headings,
            String platform,
            LineRange lines,
            String text,
            String embedded,
            String contentHash,
            PageFacts facts) {
        this(source, page, title, headings, platform, lines, text, embedded, contentHash, facts, List.of());
    }

    /**
     * Where a passage sends its reader.
     *
     * @param target as written
     * @param from path below the source's root of the file in which it stands: the page, or a partial that the page includes
     * @param needed whether the reader must have been there before the passage is of use, as its words say
     */
    public record Link(String target, String from, boolean needed) {}

    public Citation citation() {
        return new Citation(source, page, headings.isEmpty() ? title : headings.getLast(), lines.start(), lines.end());
    }
}
