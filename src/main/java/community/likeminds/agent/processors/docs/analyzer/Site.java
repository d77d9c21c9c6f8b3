package community.likeminds.agent.processors.docs.analyzer;

import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.processors.docs.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the pages of one source share: its files, its generator's settings and where it is read. Thread-safe. */
public final class Site {

    private final String name;
    private final SiteFiles files;
    private final String address;
    private final boolean repository;
    private final Map<String, String> labels = new ConcurrentHashMap<>();
    private @Nullable SiteSettings settings;

    private Site(String name, SiteFiles files, String address, boolean repository) {
        this.name = name;
        this.files = files;
        this.address = address;
        this.repository = repository;
    }

    /** Looks at the source's other files only when a page asks for them. */
    public static Site of(Source source) {
        return new Site(source.name(), new SiteFiles(source.root(), source.onlyFile().isEmpty()), source.address(), source.kind() == Source.Kind.GIT);
    }

    /** A source of which nothing but the page at hand is known. */
    public static Site alone(String source) {
        return new Site(source, new SiteFiles(null, false), "", false);
    }

    /**
     * @param path path of the page below the source's root, with forward slashes; it also tells the page's format
     * @param bytes the page as stored; invalid UTF-8 is replaced
     */
    public Page parse(String path, byte[] bytes) {
        return PageParser.parse(this, path, bytes);
    }

    /**
     * Where a page is read, as far as its source tells.
     *
     * @param path path of the page below the source's root
     * @param frontMatter flat view of its front matter
     */
    public String address(String path, Map<String, String> frontMatter) {
        SiteSettings.Root root = settings().root(path);
        if (!repository) {
            return Addresses.of(path, frontMatter, root, address);
        }
        // Whoever reads a repository's pages where it is hosted reads its files.
        return root.site().isEmpty() && !address.isEmpty() ? address + "/" + Addresses.encoded(path) : Addresses.of(path, frontMatter, root, "");
    }

    String name() {
        return name;
    }

    Expansion.Result expanded(String path, String[] lines, FrontMatter front) {
        return Expansion.of(files, path, lines, front.next(), front.values(), settings().variables(), parts(path, front.values()));
    }

    private synchronized SiteSettings settings() {
        if (settings == null) {
            settings = files.any() ? SiteSettings.of(files) : SiteSettings.none();
        }
        return settings;
    }

    /** The path below the source's root of the file that a page or part names, or an empty string. */
    public String file(String name, String from) {
        return files.find(name, from, Set.of());
    }

    /** The text of a file below the source's root, or null when it is none of the source's or too large. */
    public @Nullable String text(String path) {
        return files.text(path);
    }

    /** What the site's configuration gives to names of one kind, without the prefix of the kind. */
    public Map<String, String> words(String kind) {
        Map<String, String> words = new HashMap<>();
        settings().variables().forEach((name, value) -> {
            if (name.startsWith(kind)) {
                words.put(name.substring(kind.length()), value);
            }
        });
        return words;
    }

    /** What the folders of a page are called where their own files say so, outermost first. */
    public List<String> section(String path) {
        List<String> section = new ArrayList<>();
        for (int slash = path.indexOf('/'); files.any() && slash > 0; slash = path.indexOf('/', slash + 1)) {
            String label = labels.computeIfAbsent(path.substring(0, slash), this::label);
            if (!label.isEmpty()) {
                section.add(label);
            }
        }
        return section;
    }

    private String label(String folder) {
        for (String file : List.of("_category_.json", "_category_.yml", "_category_.yaml", "meta.json")) {
            String text = files.text(folder + "/" + file);
            Map<String, String> values = text == null ? Map.of() : FrontMatter.yaml(text);
            String label = values.getOrDefault("label", values.getOrDefault("title", ""));
            if (!label.isBlank() && label.length() < 200) {
                return label.strip();
            }
        }
        return "";
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
