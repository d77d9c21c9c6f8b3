package community.likeminds.agent.agents.coding.requirementanalysis;

import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The source files of a project: no dependencies, no build outputs, no links, nothing enormous. */
public final class ProjectFiles {

    /** Files above this many bytes are no source that a person edits. */
    static final long LARGEST = 2_000_000;

    private static final int MOST = 200_000;
    private static final Set<String> LEFT_OUT = Set.of(
            "node_modules", ".git", "target", "dist", "build", "out", ".next", ".nuxt", ".gradle", ".vite", ".turbo", "coverage",
            "__pycache__", ".venv", "venv", ".idea", ".svelte-kit", "Pods", ".dart_tool", ".yarn", ".pnpm-store", "bower_components",
            ".angular", ".output", ".astro", ".react-router", ".cxx", ".kotlin", "DerivedData", ".tox", ".mypy_cache", ".ruff_cache",
            ".pytest_cache", ".nx", ".parcel-cache", ".cache", ".hg", ".svn");

    private final Path root;
    private final Set<String> paths;

    private ProjectFiles(Path root, Set<String> paths) {
        this.root = root;
        this.paths = paths;
    }

    /**
     * Lists the files below a folder. Folders that its {@code .gitignore} files leave out are left out here too; files are not,
     * because local environment files are ignored by intention. Throws {@code project-too-large} when there are more than 200,000.
     */
    public static ProjectFiles scan(Path root) {
        Set<String> paths = new TreeSet<>();
        IgnoredFolders ignored = new IgnoredFolders();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    String path = folder.equals(root) ? "" : root.relativize(folder).toString().replace('\\', '/');
                    if (!path.isEmpty() && (LEFT_OUT.contains(String.valueOf(folder.getFileName())) || ignored.contains(path))) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    ignored.enter(folder, path);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException error) {
                    ignored.leave();
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() && attributes.size() <= LARGEST) {
                        paths.add(root.relativize(file).toString().replace('\\', '/'));
                    }
                    if (paths.size() > MOST) {
                        throw AgentException.badInput(
                                "project-too-large",
                                "The folder " + root + " holds more than " + MOST + " source files.",
                                "Give the folder of one application instead.");
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException error) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException error) {
            throw new AgentException(
                    AgentException.Kind.BAD_INPUT,
                    "project-unreadable",
                    "The folder " + root + " cannot be read: " + error.getMessage() + ".",
                    "Check its permissions.",
                    error);
        }
        return new ProjectFiles(root, paths);
    }

    public Path root() {
        return root;
    }

    /** Every path below the root, forward slashes, sorted. */
    public Collection<String> paths() {
        return paths;
    }

    public boolean has(String path) {
        return paths.contains(path);
    }

    /** The first of some paths that exists, or an empty string. */
    public String first(List<String> candidates) {
        return candidates.stream().filter(this::has).findFirst().orElse("");
    }

    /** Paths that satisfy a predicate, in order. */
    public List<String> matching(Predicate<String> wanted) {
        List<String> found = new ArrayList<>();
        for (String path : paths) {
            if (wanted.test(path)) {
                found.add(path);
            }
        }
        return found;
    }

    /** Whether a file is UTF-8 text, so that it can be written back without loss. */
    public boolean encodable(String path) {
        try {
            Files.readString(root.resolve(path), StandardCharsets.UTF_8);
            return true;
        } catch (IOException error) {
            return false;
        }
    }

    /** Where something stands first in a file, {@code path:line}; the path alone when it does not stand there as such. */
    public String place(String path, Pattern wanted) {
        var found = wanted.matcher(text(path));
        return found.find() ? path + ":" + line(text(path), found.start()) : path;
    }

    /** {@link #place(String, Pattern)} of a literal text. */
    public String place(String path, String literal) {
        return place(path, Pattern.compile(Pattern.quote(literal)));
    }

    /** The line, from 1, that an offset of a text is on. */
    static int line(String text, int offset) {
        return 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    /** The text of a file, UTF-8; throws {@code project-file-unreadable}. */
    public String text(String path) {
        try {
            return Files.readString(root.resolve(path), StandardCharsets.UTF_8);
        } catch (java.nio.charset.MalformedInputException error) {
            return "";
        } catch (IOException error) {
            throw new AgentException(
                    AgentException.Kind.BAD_INPUT,
                    "project-file-unreadable",
                    "The file " + path + " of the project cannot be read.",
                    "Check its permissions.",
                    error);
        }
    }
}
