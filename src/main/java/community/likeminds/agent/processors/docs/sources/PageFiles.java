package community.likeminds.agent.processors.docs.sources;

import community.likeminds.agent.processors.docs.ReadResult.LeftOut;
import community.likeminds.agent.processors.docs.Source;
import community.likeminds.agent.processors.docs.formats.openapi.OpenApiPages;
import community.likeminds.agent.processors.docs.sources.copies.Manifest;
import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the files of a source that are pages. */
final class PageFiles extends SimpleFileVisitor<Path> {

    static final long LARGEST = 10L * 1024 * 1024;
    private static final int MOST_PAGES = 50_000;
    private static final Set<String> EXTENSIONS = Set.of(
            "md", "mdx", "markdown", "txt", "rst", "html", "htm", "xhtml", "adoc", "asciidoc", "pdf", "tutorial", "mdoc");
    /** Files of these are pages when they describe an interface. */
    private static final Set<String> DESCRIPTIONS = Set.of("json", "yaml", "yml");
    private static final Set<String> NO_PAGES = Set.of("robots.txt", "cmakelists.txt", "llms-full.txt", "license.txt", "licence.txt", "copying.txt");

    private final Path root;
    private final boolean declarations;
    private final boolean code;
    private final List<Path> pages = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();

    private PageFiles(Path root, Source.Kind kind) {
        this.root = root;
        this.declarations = kind == Source.Kind.NPM;
        this.code = kind == Source.Kind.MAVEN;
    }

    /**
     * @param pages in path order
     * @param leftOut files that look like pages but are not read
     */
    record Found(List<Path> pages, List<LeftOut> leftOut) {}

    static Found of(Source source) {
        Path root = source.root();
        if (!source.onlyFile().isEmpty()) {
            return new Found(List.of(root.resolve(source.onlyFile())), List.of());
        }
        PageFiles files = new PageFiles(root, source.kind());
        try {
            Files.walkFileTree(root, files);
        } catch (IOException failed) {
            throw new AgentException(
                    AgentException.Kind.BAD_INPUT,
                    "source-unreadable",
                    "The source '" + source.location() + "' cannot be read: " + failed.getMessage() + ".",
                    "Check that the folder still exists and that you may read it.",
                    failed);
        }
        files.pages.sort(Comparator.comparing(files::relative));
        if (source.kind() == Source.Kind.ZIP || source.kind() == Source.Kind.WEB || source.kind() == Source.Kind.MAVEN) {
            files.leftOut.addAll(Manifest.beside(root).leftOut());
        }
        return new Found(files.pages, files.leftOut);
    }

    static boolean isPage(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String extension = lower.substring(lower.lastIndexOf('.') + 1);
        return lower.indexOf('.') > 0 && EXTENSIONS.contains(extension) && !NO_PAGES.contains(lower)
                && !(extension.equals("txt") && lower.startsWith("requirements"));
    }

    /** Whether a file is a page by its name, or could be one by its content. */
    static boolean maybePage(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return isPage(name) || lower.indexOf('.') > 0 && DESCRIPTIONS.contains(lower.substring(lower.lastIndexOf('.') + 1))
                && !lower.startsWith("package-lock") && !lower.equals("package.json");
    }

    private boolean wanted(Path file) {
        String name = String.valueOf(file.getFileName());
        return isPage(name) || maybePage(name) && OpenApiPages.describes(file) || declarations && (name.endsWith(".d.ts") || name.endsWith(".d.mts"))
                || code && (name.endsWith(".java") || name.endsWith(".kt"));
    }

    private String relative(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        String name = String.valueOf(folder.getFileName());
        boolean skipped = !folder.equals(root) && (name.startsWith(".") || name.equals("node_modules"));
        return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (name.startsWith(".")) {
            return FileVisitResult.CONTINUE;
        }
        if (attributes.isSymbolicLink()) {
            link(file);
        } else if (wanted(file)) {
            page(file, attributes);
        }
        return FileVisitResult.CONTINUE;
    }

    private void link(Path file) throws IOException {
        if (!Files.exists(file)) {
            if (wanted(file)) {
                leftOut.add(new LeftOut(relative(file), "It is a symbolic link to something that does not exist."));
            }
            return;
        }
        Path target = file.toRealPath();
        if (!target.startsWith(root.toRealPath())) {
            if (wanted(file) || Files.isDirectory(target)) {
                leftOut.add(new LeftOut(relative(file), "It is a symbolic link that leaves the source's folder."));
            }
        } else if (Files.isDirectory(target)) {
            leftOut.add(new LeftOut(relative(file), "It is a symbolic link to a folder of this source, which is read by its own name."));
        } else if (wanted(file)) {
            page(file, Files.readAttributes(target, BasicFileAttributes.class));
        }
    }

    private void page(Path file, BasicFileAttributes attributes) {
        if (!attributes.isRegularFile()) {
            // Opening a named pipe waits for a writer that may never come.
            leftOut.add(new LeftOut(relative(file), "It is a device, a pipe or a socket, not a file."));
        } else if (attributes.size() > LARGEST) {
            leftOut.add(new LeftOut(relative(file), "It is larger than " + LARGEST / (1024 * 1024) + " MB."));
        } else if (pages.size() >= MOST_PAGES) {
            leftOut.add(new LeftOut(relative(file), "The source has more than " + MOST_PAGES + " pages."));
        } else {
            pages.add(file);
        }
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
        if (file.equals(root)) {
            throw failed;
        }
        boolean matters = wanted(file) || Files.isDirectory(file);
        if (matters) {
            leftOut.add(new LeftOut(relative(file), "It cannot be read by this user."));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failed) {
        if (failed != null) {
            leftOut.add(new LeftOut(relative(folder), "Its files cannot be listed: " + failed.getMessage() + "."));
        }
        return FileVisitResult.CONTINUE;
    }
}
