package community.likeminds.agent.processors.docs.analyzer;

import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.processors.docs.Source;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the pages of one source share: its files, its generator's settings and where it is read. Thread-safe. */
public final class Site {

    private final String name;
    private final SiteFiles files;

    private Site(String name, SiteFiles files) {
        this.name = name;
        this.files = files;
    }

    /** Looks at the source's other files only when a page asks for them. */
    public static Site of(Source source) {
        return new Site(source.name(), new SiteFiles(source.root(), source.onlyFile().isEmpty()));
    }

    /** A source of which nothing but the page at hand is known. */
    public static Site alone(String source) {
        return new Site(source, new SiteFiles(null, false));
    }

    /**
     * @param path path of the page below the source's root, with forward slashes; it also tells the page's format
     * @param bytes the page as stored; invalid UTF-8 is replaced
     */
    public Page parse(String path, byte[] bytes) {
        return PageParser.parse(this, path, bytes);
    }

    String name() {
        return name;
    }

    Expansion.Result expanded(String path, String[] lines, FrontMatter front) {
        return Expansion.of(files, path, lines, front.next(), front.values(), Map.of(), parts(path, front.values()));
    }

    /** The names that a page's platform and folders go by. */
    private static Set<String> parts(String path, Map<String, String> front) {
        Set<String> parts = new HashSet<>();
        for (String segment : path.toLowerCase(Locale.ROOT).split("/")) {
            int dot = segment.lastIndexOf('.');
            String stem = dot > 0 ? segment.substring(0, dot) : segment;
            parts.add(stem);
            parts.add(Platforms.named(stem));
        }
        String platform = Platforms.of(path, "", front);
        if (!platform.isEmpty()) {
            parts.add(platform);
        }
        return parts;
    }
}
