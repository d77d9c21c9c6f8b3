package community.likeminds.agent.project.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** A copy of a project as it was before a run, in a folder of its own; installed packages are linked, not copied. */
final class BeforeCopy implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BeforeCopy.class);
    private static final Set<String> LINKED = Set.of("node_modules", ".venv", "venv", "vendor");
    private static final Set<String> LEFT_OUT = Set.of(".git", "dist", "build", "out", ".next", ".nuxt", ".output", "coverage", "target", ".turbo", ".cache");
    private static final long LARGEST_FILE = 20_000_000;

    private final Path root;

    private BeforeCopy(Path root) {
        this.root = root;
    }

    /** @param before texts of changed files as they were, empty for those that were not there */
    static BeforeCopy of(Path project, Map<String, Optional<String>> before) {
        try {
            BeforeCopy copy = new BeforeCopy(Files.createTempDirectory("before").toRealPath());
            try {
                copy.fill(project);
                for (Map.Entry<String, Optional<String>> file : before.entrySet()) {
                    Path target = copy.root.resolve(file.getKey()).normalize();
                    if (file.getValue().isPresent()) {
                        Files.createDirectories(target.getParent());
                        Files.writeString(target, file.getValue().get());
                    } else {
                        Files.deleteIfExists(target);
                    }
                }
                return copy;
            } catch (IOException failure) {
                copy.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void fill(Path project) throws IOException {
        Files.walkFileTree(project, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                String name = String.valueOf(folder.getFileName());
                Path target = root.resolve(project.relativize(folder).toString());
                if (!folder.equals(project) && LINKED.contains(name)) {
                    Files.createSymbolicLink(target, folder.toAbsolutePath());
                    return FileVisitResult.SKIP_SUBTREE;
                }
                if (!folder.equals(project) && LEFT_OUT.contains(name)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(target);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile() && attributes.size() <= LARGEST_FILE) {
                    Files.copy(file, root.resolve(project.relativize(file).toString()));
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    Path root() {
        return root;
    }

    @Override
    public void close() {
        try {
            FileSystemUtils.deleteRecursively(root);
        } catch (IOException inUse) {
            LOG.debug("{} was left behind: {}", root, inUse.getMessage());
        }
    }
}
