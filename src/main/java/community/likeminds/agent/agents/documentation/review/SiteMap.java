package community.likeminds.agent.agents.documentation.review;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Where the files and pages of a source are, as files and as routes of the site that is built from them. */
final class SiteMap {

    private static final List<String> PAGE_ENDINGS = List.of("", ".md", ".mdx", ".markdown", ".html", ".vue", ".astro", ".tsx", ".jsx",
            "/index.md", "/index.mdx", "/README.md", "/readme.md", "/_index.md", "/index.html", "/page.mdx", "/page.md", "/index.tsx");
    /** Of these the address of every page is known: its slug, else its path below the folder of pages. */
    private static final Pattern KNOWN_GENERATOR = Pattern.compile("(?:[^/]*/)?docusaurus\\.config\\.[cm]?[jt]s");

    private static final Set<String> ANYWHERE = Set.of("overview", "introduction", "intro", "gettingstarted", "quickstart", "start", "installation",
            "install", "setup", "usage", "basic", "basics", "examples", "example", "reference", "api", "guide", "guides", "faq", "configuration", "options");

    private final SourceFiles files;
    private final Map<String, PageText> pages = new LinkedHashMap<>();
    private final Routes routes;
    private final Redirects redirects;

    SiteMap(Path root, Collection<PageText> pages) {
        files = new SourceFiles(root);
        redirects = Redirects.of(root, files.all());
        pages.forEach(page -> this.pages.put(page.path(), page));
        routes = new Routes(pages, files.all().stream().anyMatch(file -> KNOWN_GENERATOR.matcher(file).matches()));
    }

    boolean hasAssets(String extension) {
        return files.hasKind(extension);
    }

    boolean hasFolder(String folder) {
        return files.hasFolder(folder);
    }

    /** Paths of all files. */
    Collection<String> files() {
        return files.all();
    }

    Collection<PageText> pages() {
        return pages.values();
    }

    /** What a target is: a file of the source, a page, or nothing. */
    sealed interface Place {
        record OfPage(PageText page) implements Place {}

        /** A page that is found by its address on the site only, not as a file. */
        record OfAddress(PageText page) implements Place {}

        record OfFile(String path) implements Place {}

        /** Only a file or address whose name differs in case. */
        record OtherCase(String path) implements Place {}

        record Outside() implements Place {}

        record Nowhere() implements Place {}
    }

    /** Where a relative path leads from a page, as a file or as a route. */
    Place relative(PageText from, String target) {
        String path = strip(target);
        String file = SourceFiles.resolve(from.folder(), path);
        if (file == null) {
            Place route = byRoute(from, path);
            return route instanceof Place.Nowhere ? new Place.Outside() : route;
        }
        Place place = file(file);
        if (!(place instanceof Place.Nowhere) && !(place instanceof Place.OtherCase)) {
            return place;
        }
        if (path.matches("(?i).*\\.(?:mdx?|markdown)")) {
            // Generators look for the file that a link names, some also below the folders above; none has pages at such addresses.
            return path.startsWith(".") ? place : above(from, path, place);
        }
        boolean named = place instanceof Place.OtherCase && !SourceFiles.extension(path).isEmpty();
        Place route = named ? place : byRoute(from, path);
        return route instanceof Place.Nowhere ? place : route;
    }

    private Place above(PageText from, String path, Place otherwise) {
        for (String folder = from.folder(); !folder.isEmpty(); ) {
            folder = above(folder);
            String candidate = SourceFiles.resolve(folder, path);
            PageText page = candidate == null ? null : pages.get(candidate);
            if (page != null) {
                return new Place.OfPage(page);
            }
        }
        return otherwise;
    }

    private Place byRoute(PageText from, String path) {
        Place found = new Place.Nowhere();
        for (String base : routes.of(from)) {
            int slash = base.lastIndexOf('/');
            for (String folder : List.of(slash < 0 ? "" : base.substring(0, slash), base)) {
                String resolved = SourceFiles.resolve(folder, path);
                if (resolved == null) {
                    continue;
                }
                String route = withoutEnding(resolved);
                PageText page = routes.page(route);
                if (page != null && !routes.differsInCase(route)) {
                    return new Place.OfAddress(page);
                }
                found = page == null ? found : new Place.OtherCase(page.page().facts().address());
            }
        }
        return found;
    }

    /** Where a path from the site's root leads. */
    Place absolute(String target) {
        String path = strip(target).replaceAll("^/+", "");
        if (path.isEmpty()) {
            return new Place.OfFile("");
        }
        for (String folder : List.of("", "static/", "public/", "docs/", "docs/public/", "docs/static/", "src/", "website/static/")) {
            Place place = file(folder + path);
            if (place instanceof Place.OfPage || place instanceof Place.OfFile) {
                return place;
            }
        }
        String route = withoutEnding(path);
        PageText page = routes.ending(route);
        for (int at = route.indexOf('/'); page == null && at >= 0 && route.indexOf('/', at + 1) > 0; at = route.indexOf('/', at + 1)) {
            page = routes.page(route.substring(at + 1));
        }
        return page != null ? new Place.OfPage(page) : redirects.has(path) ? new Place.OfFile(path) : new Place.Nowhere();
    }

    private Place file(String path) {
        for (String ending : PAGE_ENDINGS) {
            String candidate = path + ending;
            PageText page = pages.get(candidate);
            if (page != null) {
                return new Place.OfPage(page);
            }
            if (files.has(candidate)) {
                return new Place.OfFile(candidate);
            }
        }
        String stem = withoutEnding(path);
        if (!stem.equals(path) && !path.endsWith(".md") && !path.endsWith(".mdx")) {
            for (String ending : List.of(".md", ".mdx")) {
                PageText page = pages.get(stem + ending);
                if (page != null) {
                    return new Place.OfPage(page);
                }
            }
        }
        if (files.hasFolder(path)) {
            return new Place.OfFile(path);
        }
        for (String ending : PAGE_ENDINGS) {
            String other = files.inAnyCase(path + ending);
            if (other != null) {
                return new Place.OtherCase(other);
            }
        }
        return new Place.Nowhere();
    }

    private static String strip(String target) {
        return target.replaceAll("/{2,}", "/").replaceAll("(?<=.)/+$", "");
    }

    private static String withoutEnding(String path) {
        return path.replaceFirst("(?i)\\.(mdx?|html?|markdown)$", "").replaceFirst("(?i)(^|/)(index|readme)$", "").replaceAll("/+$", "");
    }

    /** Pages whose name is the last part of a target or close to it, nearest folders first. */
    List<PageText> likely(PageText from, String target) {
        String last = withoutEnding(strip(target));
        String name = Nearest.plain(last(last));
        if (name.length() < 3) {
            return List.of();
        }
        // Every folder has pages of such names; one is meant only when its folder is called alike, too.
        String folder = ANYWHERE.contains(name) ? Nearest.plain(last(above(last))) : "";
        List<PageText> found = new ArrayList<>();
        for (PageText page : pages.values()) {
            boolean same = routes.of(page).stream().anyMatch(route -> Nearest.plain(last(route)).equals(name)
                    && (folder.isEmpty() || Nearest.plain(last(above(route))).equals(folder)));
            if (same) {
                found.add(page);
            }
        }
        found.sort(Comparator.<PageText>comparingInt(page -> -shared(page.path(), from.path())).thenComparing(PageText::path));
        return found;
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String above(String path) {
        return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
    }

    private static int shared(String a, String b) {
        int same = 0;
        String[] left = a.split("/");
        String[] right = b.split("/");
        while (same < left.length && same < right.length && left[same].equals(right[same])) {
            same++;
        }
        return same;
    }
}
