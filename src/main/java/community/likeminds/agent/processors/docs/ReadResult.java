package community.likeminds.agent.processors.docs;

import java.util.List;

/**
 * What reading a source gave.
 *
 * @param source what was read
 * @param pages every page that could be read, in path order
 * @param leftOut pages that could not, each with its reason
 */
public record ReadResult(Source source, List<Page> pages, List<LeftOut> leftOut) {

    public ReadResult {
        pages = List.copyOf(pages);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * @param path below the source's root
     * @param reason one sentence
     */
    public record LeftOut(String path, String reason) {}
}
