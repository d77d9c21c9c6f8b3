package community.likeminds.agent.processors.docs.analyzer;

import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.processors.docs.Source;

/** What the pages of one source share: its files, its generator's settings and where it is read. Thread-safe. */
public final class Site {

    private final String source;

    private Site(String source) {
        this.source = source;
    }

    /** Looks at the source's files when a page first asks for them. */
    public static Site of(Source source) {
        return new Site(source.name());
    }

    /** A page without the other files of its source: what it includes stays out. */
    static Site alone(String source) {
        return new Site(source);
    }

    /**
     * @param path path of the page below the source's root, with forward slashes; it also tells the page's format
     * @param bytes the page as stored; invalid UTF-8 is replaced
     */
    public Page parse(String path, byte[] bytes) {
        return PageParser.parse(source, path, bytes);
    }
}
