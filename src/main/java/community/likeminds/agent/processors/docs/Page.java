package community.likeminds.agent.processors.docs;

import java.util.List;
import java.util.Map;

/**
 * One page of a documentation source, parsed.
 *
 * @param source name of the source
 * @param path below the source's root, forward slashes
 * @param title front matter's title, else the first heading, else the file's name
 * @param frontMatter flat view of the front matter, values as text
 * @param blocks in the order of the page
 * @param platform what the page is for as its path, title and front matter say it, normalised
 *     ({@code react}, {@code react-native}, {@code android}, {@code ios}, {@code flutter}, {@code vue}, ...), or empty
 * @param contentHash SHA-256 of the page's bytes, hexadecimal
 * @param facts what the page is about and where it is read
 * @param notices what is odd about the page, in its order
 */
public record Page(
        String source,
        String path,
        String title,
        Map<String, String> frontMatter,
        List<Block> blocks,
        String platform,
        String contentHash,
        PageFacts facts,
        List<Notice> notices) {

    public Page {
        frontMatter = Map.copyOf(frontMatter);
        blocks = List.copyOf(blocks);
        notices = List.copyOf(notices);
    }

    /** The same page; a version of the SDK that its source knows stands in where the page names none. */
    public Page ofVersion(String known) {
        return known.isEmpty() || !facts.version().isEmpty() ? this
                : new Page(source, path, title, frontMatter, blocks, platform, contentHash, facts.of(known), notices);
    }

    /** A citation of a block of this page; the title stands in for a missing heading. */
    public Citation cite(Block block) {
        String heading = block.heading().isEmpty() ? title : block.heading();
        return new Citation(source, path, heading, block.lines().start(), block.lines().end());
    }
}
