package community.likeminds.agent.agents.documentation.review;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** At which addresses below its site's root each page may be read; without slashes at their ends. */
final class Routes {

    private static final Set<String> INDEXES = Set.of("index", "readme", "_index", "page", "overview");

    private final boolean known;
    private final Map<String, PageText> pages = new HashMap<>();
    private final Map<String, PageText> endings = new HashMap<>();
    private final Map<String, Integer> cut = new HashMap<>();
    private final Set<String> written = new HashSet<>();

    /** @param known whether the site's generator is one that reads a page at its own address only */
    Routes(Collection<PageText> pages, boolean known) {
        this.known = known;
        for (PageText page : pages) {
            for (String as : of(page)) {
                written.add(as);
                String route = as.toLowerCase(Locale.ROOT);
                this.pages.putIfAbsent(route, page);
                ending(route, page, 0);
                int folders = 0;
                for (int at = route.indexOf('/'); at >= 0; at = route.indexOf('/', at + 1)) {
                    ending(route.substring(at + 1), page, ++folders);
                }
            }
        }
    }

    /** Of the pages that end alike, the one below the fewest folders is meant. */
    private void ending(String ending, PageText page, int folders) {
        Integer best = cut.get(ending);
        if (best == null || folders < best) {
            cut.put(ending, folders);
            endings.put(ending, page);
        }
    }

    /** The page at a route, in whatever case it is written. */
    @Nullable PageText page(String route) {
        return pages.get(route.toLowerCase(Locale.ROOT));
    }

    /** The page at a route or at one that ends like it. */
    @Nullable PageText ending(String route) {
        PageText page = page(route);
        return page == null ? endings.get(route.toLowerCase(Locale.ROOT)) : page;
    }

    /** Whether a route is sure to lead nowhere as it is written, because it differs from the address in case. */
    boolean differsInCase(String route) {
        return known && !written.contains(route);
    }

    /** Routes at which a page may be read, likely ones first. */
    Set<String> of(PageText page) {
        Set<String> found = new LinkedHashSet<>();
        String address = page.page().facts().address();
        Map<String, String> front = page.page().frontMatter();
        boolean own = known && !address.isEmpty() && !front.getOrDefault("slug", "").isBlank();
        if (!address.isEmpty()) {
            add(found, address.replaceFirst("^[a-z]+://[^/]*", ""));
        }
        if (!own) {
            guess(page, found, front);
        }
        for (String route : List.copyOf(found)) {
            int slash = route.lastIndexOf('/');
            String last = route.substring(slash + 1).toLowerCase(Locale.ROOT);
            String above = slash < 0 ? "" : route.substring(0, slash);
            if (INDEXES.contains(last) || above.substring(above.lastIndexOf('/') + 1).equalsIgnoreCase(last)) {
                add(found, above);
            }
        }
        return found;
    }

    private static void guess(PageText page, Set<String> found, Map<String, String> front) {
        String path = page.path();
        String extension = SourceFiles.extension(path);
        String stem = path.substring(0, path.length() - (extension.isEmpty() ? 0 : extension.length() + 1));
        add(found, stem);
        add(found, unnumbered(stem));
        String folder = page.folder();
        for (String key : List.of("slug", "permalink", "path", "url", "route", "id")) {
            String value = front.getOrDefault(key, "").strip();
            if (value.isEmpty() || value.contains("://") || value.contains(" ")) {
                continue;
            }
            if (value.startsWith("/")) {
                add(found, value);
                add(found, page.top() + "/" + value);
            } else {
                add(found, folder + "/" + value);
                add(found, unnumbered(folder) + "/" + value);
            }
        }
    }

    private static void add(Set<String> routes, String route) {
        String plain = route.replaceAll("/{2,}", "/").replaceAll("^/+|/+$", "");
        routes.add(plain);
        // Folders of a framework that do not show in addresses: (group), [[...slug]].
        routes.add(plain.replaceAll("(^|/)\\([^/]*\\)(?=/|$)", "").replaceAll("^/+", ""));
    }

    private static String unnumbered(String path) {
        return path.replaceAll("(^|/)\\d+[-_. ]+(?=[^/])", "$1");
    }
}
