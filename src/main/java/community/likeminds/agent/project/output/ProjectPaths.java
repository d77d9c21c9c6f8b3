package community.likeminds.agent.project.output;

import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Turns paths that come from plans into places inside one project, or refuses them. */
final class ProjectPaths {

    static final String NODE_MODULES = "node_modules";

    private static final Set<String> FORBIDDEN = Set.of(".git", "git~1", NODE_MODULES);

    private final Path root;

    /** @param root real path of the project */
    ProjectPaths(Path root) {
        this.root = root;
    }

    /** A place of a file; {@code path} is relative, with slashes, and free of links. */
    record Place(String path, Path file) {}

    /** Where a path leads. Throws {@code path-outside-project} when that is not a place that a run may change. */
    Place place(String path) {
        String[] names = names(path);
        refuseForeign(path, names);
        Path wanted = wanted(path);
        try {
            Path existing = wanted;
            while (!Files.exists(existing, LinkOption.NOFOLLOW_LINKS)) {
                existing = Objects.requireNonNull(existing.getParent(), "root");
            }
            // A dangling link has no real path: writing to it would create a file wherever it points.
            Path real = existing.toRealPath().resolve(existing.relativize(wanted)).normalize();
            if (!real.startsWith(root) || real.equals(root)) {
                throw outside(path, "a symbolic link on it leads to " + real);
            }
            String relative = relative(real);
            refuseForeign(path, relative.split("/"));
            return new Place(relative, real);
        } catch (IOException failure) {
            throw outside(path, "where it leads cannot be told (" + failure.getMessage() + ")");
        }
    }

    /** Where a folder that a package manager or a build fills stands; only its last name may be {@code node_modules}. */
    Place tree(String path) {
        int slash = path.lastIndexOf('/');
        String last = path.substring(slash + 1);
        names(path);
        if (FORBIDDEN.contains(plain(last)) && !last.equals(NODE_MODULES)) {
            throw outside(path, "it belongs to another program");
        }
        Path parent = slash < 0 ? root : place(path.substring(0, slash)).file();
        Path folder = parent.resolve(last);
        return new Place(relative(folder), folder);
    }

    private static void refuseForeign(String path, String[] names) {
        for (String name : names) {
            if (FORBIDDEN.contains(plain(name))) {
                throw outside(path, "it lies inside " + name + ", which belongs to another program");
            }
        }
    }

    private Path wanted(String path) {
        try {
            Path wanted = root.resolve(path).normalize();
            if (!wanted.equals(root) && wanted.startsWith(root)) {
                return wanted;
            }
        } catch (InvalidPathException invalid) {
            throw outside(path, "it is not a valid path");
        }
        throw outside(path, "it does not name a file below the project");
    }

    private String relative(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private static String[] names(String path) {
        if (path.isBlank() || path.indexOf('\0') >= 0 || path.indexOf('\\') >= 0) {
            throw outside(path, "it is empty or holds a character that file names must not have");
        }
        if (path.startsWith("/") || path.startsWith("~") || path.matches("[A-Za-z]:.*")) {
            throw outside(path, "it is absolute");
        }
        String[] names = path.split("/", -1);
        for (String name : names) {
            if (name.equals("..") || name.isEmpty()) {
                throw outside(path, "it holds '..' or an empty name");
            }
        }
        return names;
    }

    /** A name as case-blind and forgiving file systems read it. */
    private static String plain(String name) {
        String visible = name.replaceAll("[\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff]", "");
        int stream = visible.indexOf(':');
        return (stream < 0 ? visible : visible.substring(0, stream))
                .replaceAll("[ .]+$", "")
                .toLowerCase(Locale.ROOT);
    }

    private static AgentException outside(String path, String why) {
        return AgentException.badInput(
                "path-outside-project",
                "The path '" + path.replace('\0', '?') + "' is refused: " + why + ".",
                "Name a file below the project's folder, outside .git and node_modules.");
    }
}
