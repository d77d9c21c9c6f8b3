package community.likeminds.agent.processors.docs.analyzer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of a source that its pages refer to. Never leaves the source's folder, also not through links. Thread-safe. */
final class SiteFiles {

    static final int LARGEST = 1024 * 1024;
    private static final int MOST_FILES = 100_000;
    private static final int MOST_FOLDERS = 200;
    private static final List<String> ENDINGS = List.of("", ".mdx", ".md", ".markdown", ".html", ".rst", ".txt", "/index.mdx", "/index.md");
    private static final Set<String> SHARED = Set.of("partials", "includes", "snippets", "shared", "components", "fragments", "reusables", "platform-includes",
            "templates", "common", "data", "resources");
    private static final Set<String> GENERATORS = Set.of(".vitepress", ".vuepress");

    private final @Nullable Path root;
    private final boolean whole;
    private @Nullable Map<String, List<String>> byName;
    private @Nullable Map<String, List<String>> byFolder;

    /** @param root the source's folder, or null for a page that stands alone; {@code whole} whether all of the folder belongs to the source */
    SiteFiles(@Nullable Path root, boolean whole) {
        this.root = root;
        this.whole = whole;
    }

    boolean any() {
        return root != null;
    }

    /** The text of a file, or null when it is none of the source's, too large, or not to be read. */
    @Nullable String text(String path) {
        Path file = file(path);
        try {
            return file == null || Files.size(file) > LARGEST ? null : new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return null;
        }
    }

    private @Nullable Path file(String path) {
        if (root == null || path.isEmpty()) {
            return null;
        }
        try {
            Path file = root.resolve(path).normalize();
            boolean inside = file.startsWith(root) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
            return inside && file.toRealPath().startsWith(root.toRealPath()) ? file : null;
        } catch (IOException | InvalidPathException noFile) {
            return null;
        }
    }

    /**
     * The path below the root of the file that a page names, or an empty string.
     *
     * @param name as written: relative to the page, to the root, or to a folder of shared parts
     * @param from path of the page or part that names it
     * @param parts names that tell one variant of a folder of variants from another, the page's own folders among them
     */
    String find(String name, String from, Set<String> parts) {
        String wanted = clean(name);
        if (root == null || wanted.isEmpty() || wanted.length() > 500) {
            return "";
        }
        boolean rooted = name.startsWith("/") || name.startsWith("@") || name.startsWith("~");
        String folder = from.contains("/") ? from.substring(0, from.lastIndexOf('/')) : "";
        List<String> bases = rooted ? List.of("", folder) : List.of(folder, "");
        for (String base : bases) {
            String found = below(base, wanted);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return whole ? shared(wanted, from, parts) : "";
    }

    private static String clean(String name) {
        String text = name.strip().replace('\\', '/');
        for (String lead : List.of("@site/", "@/", "~/", "~", "/", "./")) {
            text = text.startsWith(lead) ? text.substring(lead.length()) : text;
        }
        int query = text.indexOf('?');
        int hash = text.indexOf('#');
        text = query > 0 ? text.substring(0, query) : text;
        return hash > 0 ? text.substring(0, hash) : text;
    }

    private String below(String base, String name) {
        String path = normal(base.isEmpty() ? name : base + "/" + name);
        String last = path.substring(path.lastIndexOf('/') + 1);
        String hidden = path.substring(0, path.length() - last.length()) + "_" + last;
        for (String candidate : List.of(path, hidden)) {
            for (String ending : ENDINGS) {
                if (file(candidate + ending) != null) {
                    return candidate + ending;
                }
            }
        }
        return "";
    }

    /** Without {@code .} and {@code ..}; empty when it leads out of the root. */
    private static String normal(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/")) {
            if (part.equals("..")) {
                if (parts.isEmpty()) {
                    return "";
                }
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }

    /** Names of the folders directly below a folder, in order. */
    List<String> folders(String folder) {
        if (root == null || !whole) {
            return List.of();
        }
        try (Stream<Path> below = Files.list(root.resolve(folder))) {
            return below.filter(one -> Files.isDirectory(one, LinkOption.NOFOLLOW_LINKS)).map(one -> one.getFileName().toString()).sorted().limit(MOST_FOLDERS).toList();
        } catch (IOException | InvalidPathException none) {
            return List.of();
        }
    }

    /** Paths of the files of this name without its extension (a leading underscore aside), in order; none for a single file. */
    List<String> named(String stem, Set<String> extensions) {
        if (root == null || !whole) {
            return List.of();
        }
        index();
        return java.util.Objects.requireNonNull(byName).getOrDefault(stem, List.of()).stream()
                .filter(path -> extensions.contains(path.substring(path.lastIndexOf('.') + 1)))
                .filter(path -> stem(path).equals(stem) || stem(path).equals("_" + stem)).toList();
    }

    /** A part that is named by the end of its path only, or a folder that holds it once for every platform. */
    private String shared(String wanted, String from, Set<String> parts) {
        String name = normal(wanted);
        if (name.isEmpty()) {
            return "";
        }
        index();
        List<String> files = java.util.Objects.requireNonNull(byName).getOrDefault(key(name), List.of());
        String end = "/" + name.toLowerCase(Locale.ROOT);
        return files.stream()
                .filter(path -> matches(path, end))
                .filter(path -> name.contains("/") || isShared(path))
                .min(Comparator.<String>comparingInt(path -> isShared(path) ? 0 : 1)
                        .thenComparing(Comparator.<String>comparingInt(path -> common(path, from)).reversed())
                        .thenComparingInt(String::length)
                        .thenComparing(Comparator.naturalOrder()))
                .orElseGet(() -> variant(name, from, parts));
    }

    private static boolean matches(String path, String end) {
        String lower = ("/" + path).toLowerCase(Locale.ROOT);
        String plain = lower.replace("/_", "/");
        return ENDINGS.stream().anyMatch(ending -> lower.endsWith(end + ending) || plain.endsWith(end.replace("/_", "/") + ending));
    }

    private static boolean isShared(String path) {
        String[] folders = path.split("/");
        for (int i = 0; i < folders.length - 1; i++) {
            String folder = folders[i].startsWith("_") ? folders[i].substring(1) : folders[i];
            if (SHARED.contains(folder.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return folders[folders.length - 1].startsWith("_");
    }

    private static int common(String a, String b) {
        int i = 0;
        while (i < a.length() && i < b.length() && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        return i;
    }

    private String variant(String name, String from, Set<String> parts) {
        String end = "/" + name.toLowerCase(Locale.ROOT);
        List<String> variants = java.util.Objects.requireNonNull(byFolder).getOrDefault(name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT), List.of())
                .stream().filter(path -> ("/" + path.substring(0, path.lastIndexOf('/'))).toLowerCase(Locale.ROOT).endsWith(end)).toList();
        String best = "";
        int most = 0;
        for (String path : variants) {
            List<String> named = List.of(stem(path).split("\\."));
            if (parts.containsAll(named) && named.size() > most) {
                best = path;
                most = named.size();
            }
        }
        return !best.isEmpty() ? best : variants.stream()
                .filter(path -> Set.of("_default", "default", "index", "fallback").contains(stem(path)))
                .max(Comparator.comparingInt(path -> common(path, from))).orElse("");
    }

    private static String stem(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    private static String key(String path) {
        String stem = stem(path);
        return stem.startsWith("_") ? stem.substring(1) : stem;
    }

    private synchronized void index() {
        if (byName != null || root == null) {
            return;
        }
        Map<String, List<String>> names = new HashMap<>();
        Map<String, List<String>> folders = new HashMap<>();
        Path top = root;
        int[] left = {MOST_FILES};
        try {
            Files.walkFileTree(top, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    String name = String.valueOf(folder.getFileName());
                    boolean skipped = !folder.equals(top) && (name.startsWith(".") && !GENERATORS.contains(name) || name.equals("node_modules"));
                    return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile()) {
                        String path = top.relativize(file).toString().replace('\\', '/');
                        names.computeIfAbsent(key(path), none -> new ArrayList<>()).add(path);
                        String folder = path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
                        folders.computeIfAbsent(folder.substring(folder.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT), none -> new ArrayList<>()).add(path);
                    }
                    return --left[0] > 0 ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException unreadable) {
            // What could be listed is used; a part that is missed is said where a page names it.
            left[0] = 0;
        }
        names.values().forEach(paths -> paths.sort(Comparator.naturalOrder()));
        folders.values().forEach(paths -> paths.sort(Comparator.naturalOrder()));
        byFolder = folders;
        byName = names;
    }
}
