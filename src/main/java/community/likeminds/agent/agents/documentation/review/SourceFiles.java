package community.likeminds.agent.agents.documentation.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The files and folders of a source by their paths below its root. */
final class SourceFiles {

    private static final int MOST_FILES = 200_000;

    private final Set<String> files = new HashSet<>();
    private final Map<String, String> byLowerCase = new HashMap<>();
    private final Set<String> folders = new HashSet<>();
    private final Set<String> extensions = new HashSet<>();

    SourceFiles(Path root) {
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

    /** A path below the root, or null when it leaves it. */
    static @Nullable String resolve(String folder, String path) {
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

    Set<String> all() {
        return files;
    }

    boolean has(String path) {
        return files.contains(path);
    }

    boolean hasFolder(String path) {
        return folders.contains(path);
    }

    /** Whether any file has an extension. */
    boolean hasKind(String extension) {
        return extensions.contains(extension);
    }

    /** The file whose name differs at most in case, or null. */
    @Nullable String inAnyCase(String path) {
        return byLowerCase.get(path.toLowerCase(Locale.ROOT));
    }
}
