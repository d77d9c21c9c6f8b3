package community.likeminds.agent.agents.documentation.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Where the files and pages of a source are, as files and as routes of the site that is built from them. */
final class SiteMap {

    private static final int MOST_FILES = 200_000;
    private static final List<String> PAGE_ENDINGS = List.of("", ".md", ".mdx", ".markdown", ".html", ".vue", ".astro", ".tsx", ".jsx",
            "/index.md", "/index.mdx", "/README.md", "/readme.md", "/_index.md", "/index.html", "/page.mdx", "/page.md", "/index.tsx");
    private static final Set<String> INDEXES = Set.of("index", "readme", "_index", "page", "overview");

    private final Set<String> files = new HashSet<>();
    private final Map<String, String> byLowerCase = new HashMap<>();
    private final Set<String> folders = new HashSet<>();
    private final Set<String> extensions = new HashSet<>();
    private final Map<String, PageText> pages = new HashMap<>();
    private final Map<String, PageText> routes = new HashMap<>();
    private final Map<String, PageText> endings = new HashMap<>();
    private final Redirects redirects;

    SiteMap(Path root, Collection<PageText> pages) {
        list(root);
        redirects = Redirects.of(root, files);
        for (PageText page : pages) {
            this.pages.put(page.path(), page);
            for (String route : routes(page)) {
                routes.putIfAbsent(route, page);
                for (int at = route.indexOf('/'); at >= 0; at = route.indexOf('/', at + 1)) {
                    endings.putIfAbsent(route.substring(at + 1), page);
                }
                endings.putIfAbsent(route, page);
            }
        }
    }

    private void list(Path root) {
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    String name = String.valueOf(folder.getFileName());
                    if (!folder.equals(root) && (name.equals(".git") || name.equals("node_modules"))) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    folders.add(relative(root, folder));
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    String path = relative(root, file);
                    files.add(path);
                    byLowerCase.putIfAbsent(path.toLowerCase(Locale.ROOT), path);
                    extensions.add(extension(path));
                    return files.size() > MOST_FILES ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failed) {
                    return FileVisitResult.CONTINUE; // What cannot be read here was named as left out when pages were read.
                }
            });
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String relative(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    static String extension(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** Routes at which a page may be served, lower case, without slashes at their ends. */
    static Set<String> routes(PageText page) {
        Set<String> found = new LinkedHashSet<>();
        String path = page.path();
        String stem = path.substring(0, path.length() - (extension(path).isEmpty() ? 0 : extension(path).length() + 1));
        add(found, stem);
        add(found, unnumbered(stem));
        Map<String, String> front = page.page().frontMatter();
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
        String address = page.page().facts().address();
        if (!address.isEmpty()) {
            add(found, address.replaceFirst("^[a-z]+://[^/]*", ""));
        }
        for (String route : List.copyOf(found)) {
            int slash = route.lastIndexOf('/');
            String last = route.substring(slash + 1);
            String above = slash < 0 ? "" : route.substring(0, slash);
            if (INDEXES.contains(last) || above.substring(above.lastIndexOf('/') + 1).equals(last)) {
                add(found, above);
            }
        }
        return found;
    }

    private static void add(Set<String> routes, String route) {
        String plain = route.replaceAll("/{2,}", "/").replaceAll("^/+|/+$", "").toLowerCase(Locale.ROOT);
        routes.add(plain);
        // Folders of a framework that do not show in addresses: (group), [[...slug]].
        String shown = plain.replaceAll("(^|/)\\([^/]*\\)(?=/|$)", "").replaceAll("^/+", "");
        routes.add(shown);
    }

    private static String unnumbered(String path) {
        return path.replaceAll("(^|/)\\d+[-_. ]+(?=[^/])", "$1");
    }

    boolean hasAssets(String extension) {
        return extensions.contains(extension);
    }

    boolean hasFolder(String folder) {
        return folders.contains(folder);
    }

    Collection<PageText> pages() {
        return pages.values();
    }

    /** What a target is: a file of the source, a page, or nothing. */
    sealed interface Place {
        record OfPage(PageText page) implements Place {}

        record OfFile(String path) implements Place {}

        /** Only a file whose name differs in case. */
        record OtherCase(String path) implements Place {}

        record Outside() implements Place {}

        record Nowhere() implements Place {}
    }

    /** Where a relative path leads from a page, as a file or as a route. */
    Place relative(PageText from, String target) {
        String path = strip(target);
        String file = resolve(from.folder(), path);
        if (file == null) {
            Place route = byRoute(from, path);
            return route instanceof Place.Nowhere ? new Place.Outside() : route;
        }
        Place place = file(file);
        if (!(place instanceof Place.Nowhere) && !(place instanceof Place.OtherCase)) {
            return place;
        }
        boolean named = place instanceof Place.OtherCase && !extension(path).isEmpty();
        Place route = named ? place : byRoute(from, path);
        return route instanceof Place.OfPage ? route : place;
    }

    private Place byRoute(PageText from, String path) {
        for (String base : routes(from)) {
            int slash = base.lastIndexOf('/');
            for (String folder : List.of(slash < 0 ? "" : base.substring(0, slash), base)) {
                String route = resolve(folder, path);
                PageText page = route == null ? null : routes.get(withoutEnding(route).toLowerCase(Locale.ROOT));
                if (page != null) {
                    return new Place.OfPage(page);
                }
            }
        }
        return new Place.Nowhere();
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
        String route = withoutEnding(path).toLowerCase(Locale.ROOT);
        PageText page = routes.get(route);
        page = page == null ? endings.get(route) : page;
        for (int at = route.indexOf('/'); page == null && at >= 0 && route.indexOf('/', at + 1) > 0; at = route.indexOf('/', at + 1)) {
            page = routes.get(route.substring(at + 1));
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
            if (files.contains(candidate)) {
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
        if (folders.contains(path)) {
            return new Place.OfFile(path);
        }
        for (String ending : PAGE_ENDINGS) {
            String other = byLowerCase.get((path + ending).toLowerCase(Locale.ROOT));
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

    /** A path below the root, or null when it leaves it. */
    static @org.jspecify.annotations.Nullable String resolve(String folder, String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : (folder + "/" + path).split("/")) {
            if (part.equals("..")) {
                if (parts.isEmpty()) {
                    return null;
                }
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }

    /** Pages whose name is the last part of a target or close to it, nearest folders first. */
    List<PageText> likely(PageText from, String target) {
        String last = withoutEnding(strip(target));
        String name = Nearest.plain(last.substring(last.lastIndexOf('/') + 1));
        if (name.length() < 3) {
            return List.of();
        }
        List<PageText> found = new ArrayList<>();
        for (PageText page : pages.values()) {
            boolean same = routes(page).stream().anyMatch(route -> Nearest.plain(route.substring(route.lastIndexOf('/') + 1)).equals(name));
            if (same) {
                found.add(page);
            }
        }
        found.sort(java.util.Comparator.<PageText>comparingInt(page -> -shared(page.path(), from.path())).thenComparing(PageText::path));
        return found;
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
