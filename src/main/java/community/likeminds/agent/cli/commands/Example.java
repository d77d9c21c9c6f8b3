package community.likeminds.agent.cli.commands;

import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;

/**
 * The example that comes with the product.
 *
 * @param app a small React app
 * @param docs documentation of the SDK that is brought into it
 */
record Example(Path app, Path docs) {

    /** Set by the launcher: the folder that the product was installed to. */
    static final String HOME_PROPERTY = "likeminds.home";

    private static final Set<String> NOT_COPIED = Set.of("node_modules", "dist");

    /** Throws {@code example-missing} when the installation has none. */
    static Example bundled() {
        Path examples = Path.of(System.getProperty(HOME_PROPERTY, "."), "examples").toAbsolutePath().normalize();
        Example example = new Example(examples.resolve("react-app"), examples.resolve("feed-docs"));
        if (!Files.isDirectory(example.app) || !Files.isDirectory(example.docs)) {
            throw AgentException.notFound(
                    "example-missing",
                    "The bundled example is not in " + examples + ".",
                    "Start likeminds from a complete checkout.");
        }
        return example;
    }

    /** Stand-ins for what a LikeMinds account would give; the app builds with them and says that it has no feed. */
    Map<String, String> values() {
        return Map.of(
                "LIKEMINDS_API_KEY", "demo-key",
                "LIKEMINDS_USER_ID", "demo-user",
                "LIKEMINDS_USER_NAME", "Demo User");
    }

    /** Copies the app; a folder that already holds a copy is left as it is. Throws {@code demo-folder-in-use}. */
    void copyTo(Path target) {
        try {
            if (Files.exists(target) && !isEmptyFolder(target)) {
                if (isCopy(target)) {
                    return;
                }
                throw new AgentException(
                        AgentException.Kind.CONFLICT,
                        "demo-folder-in-use",
                        "The folder " + target + " holds something else.",
                        "Remove it, or name another one with --folder.");
            }
            copy(target);
        } catch (IOException e) {
            throw new AgentException(
                    AgentException.Kind.BAD_INPUT,
                    "demo-folder-not-writable",
                    "The example cannot be copied to " + target + " (" + e.getMessage() + ").",
                    "Name a folder that you may write to with --folder.",
                    e);
        }
    }

    private static boolean isEmptyFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private boolean isCopy(Path target) throws IOException {
        Path mark = Path.of("index.html");
        return Files.isRegularFile(target.resolve(mark))
                && Files.mismatch(app.resolve(mark), target.resolve(mark)) < 0;
    }

    private void copy(Path target) throws IOException {
        Files.walkFileTree(app, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (NOT_COPIED.contains(folder.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(target.resolve(app.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, target.resolve(app.relativize(file).toString()));
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
